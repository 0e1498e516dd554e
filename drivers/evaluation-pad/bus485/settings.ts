// The settings of one pad on the bus, checked before anything is opened.
import type { Rating } from '../contract.ts';
import { checkedLevels, type LevelKeys } from '../levels.ts';

export interface Bus485PadSettings {
  /** 1 to 255, as set in the pad. */
  readonly address: number;
  /** From the value a key sends to the level it means; values that are not here record nothing. Makers differ. */
  readonly levels: ReadonlyMap<number, Rating>;
}

const isByteFromOne = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 256;

const KEYS: LevelKeys<number> = {
  words: 'a key value from 1 to 255',
  example: '{"1": 2, "2": 3, "3": 4, "4": 5}',
  // 0 is what a pad sends when no key was pressed, so it can mean no level.
  keyOf: (text) => (isByteFromOne(Number(text)) ? Number(text) : null),
};

/** Throws RangeError naming the first setting that is unknown, missing or out of range. */
export function bus485PadSettings(options: Readonly<Record<string, unknown>>): Bus485PadSettings {
  const { address, levels, ...unknown } = options;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new RangeError(`${name} is not a setting of a pad on the bus`);
  if (!isByteFromOne(address)) throw new RangeError('address must be a whole number from 1 to 255');
  return { address, levels: checkedLevels(levels, KEYS) };
}
