// The settings of one call pad on the bus, checked before anything is opened.
import { CALL_PAD_ACTIONS, type CallPadAction } from '../contract.ts';

export interface Bus485CallPadSettings {
  /** 1 to 255, as set in the pad. */
  readonly address: number;
  /** From the key as the pad sends it, in hex, to what it means; keys that are not here mean nothing. */
  readonly keys: ReadonlyMap<string, CallPadAction>;
  /** The display is sent again after so long; 0: only when it changes. */
  readonly refreshMs: number;
  /** `one`: the number, or the count while nobody is there, as in the published frames. `both` in one frame: uncertain. */
  readonly display: Display;
}

const DISPLAYS = ['one', 'both'] as const;
type Display = (typeof DISPLAYS)[number];

/** The keys of the one published pad (docs/protocols/call-pad.md, "Keys"). */
const PUBLISHED_KEYS: Readonly<Record<string, CallPadAction>> = {
  '0C': 'next',
  '0D': 'recall',
  '0B': 'evaluate',
  '0E': 'none',
  '11': 'none',
  '12': 'pause',
  '13': 'transfer',
  '06 0F': 'giveUp',
  '00 0F': 'hold',
  '03 0F': 'resume',
};
const DEFAULT_REFRESH_MS = 30_000;

/** `keys` changes or adds to the published ones. Throws RangeError naming the first setting that is not right. */
export function bus485CallPadSettings(options: Readonly<Record<string, unknown>>): Bus485CallPadSettings {
  const { address, keys = {}, refreshMs = DEFAULT_REFRESH_MS, display: wished = 'one', ...unknown } = options;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new RangeError(`${name} is not a setting of a call pad on the bus`);
  if (!isWithin(address, 1, 255)) throw new RangeError('address must be a whole number from 1 to 255');
  if (!isWithin(refreshMs, 0, 3_600_000)) throw new RangeError('refreshMs must be a whole number from 0 to 3600000');
  const display = DISPLAYS.find((known) => known === wished);
  if (display === undefined) throw new RangeError(`display must be one of ${DISPLAYS.join(', ')}`);
  return { address, keys: checkedKeys(keys), refreshMs, display };
}

function checkedKeys(keys: unknown): ReadonlyMap<string, CallPadAction> {
  if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) {
    throw new RangeError('keys must map what a key sends to what it means, e.g. {"0C": "next", "06 0F": "missed"}');
  }
  const checked = new Map(Object.entries(PUBLISHED_KEYS));
  for (const [key, meaning] of Object.entries(keys) as [string, unknown][]) {
    const action = CALL_PAD_ACTIONS.find((known) => known === meaning);
    if (!/^[0-9A-Fa-f]{2}( [0-9A-Fa-f]{2}){0,2}$/.test(key)) {
      throw new RangeError(`keys: "${key}" is not one to three bytes in hex, e.g. "0C" or "06 0F"`);
    }
    if (action === undefined) throw new RangeError(`keys: ${key} must mean one of ${CALL_PAD_ACTIONS.join(', ')}`);
    checked.set(key.toUpperCase(), action);
  }
  return checked;
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
