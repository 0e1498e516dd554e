// The settings of a pad that types like a keyboard, checked before anything is opened.
import { oneOf, refuseUnknown, text, wholeNumber } from '../../id-card-reader/setting-checks.ts';
import type { WedgeSettings } from '../../document-scanner/wedge.ts';
import type { Rating } from '../contract.ts';
import { checkedLevels, type LevelKeys } from '../levels.ts';

export interface KeyboardPadSettings {
  /** From what the pad types between prefix and suffix to the level it means; anything else records nothing. */
  readonly levels: ReadonlyMap<string, Rating>;
  readonly wedge: WedgeSettings;
  /** True: opened also where the system would give the pad's keys to other programs as well. */
  readonly mayReachOthers: boolean;
}

const LONGEST_KEY = 8;
const KEYS: LevelKeys<string> = {
  words: `what a pad types: 1 to ${LONGEST_KEY} characters without space`,
  example: '{"1": 5, "2": 4, "3": 3, "4": 2, "5": 1}',
  keyOf: (key) => (/^[!-~]+$/.test(key) && key.length <= LONGEST_KEY ? key.toLowerCase() : null),
};
const KNOWN = ['levels', 'prefix', 'suffix', 'maxGapMs', 'mayReachOthers'];

/** Throws RangeError naming the first setting that is unknown, missing or out of range. */
export function keyboardPadSettings(options: Readonly<Record<string, unknown>>): KeyboardPadSettings {
  refuseUnknown(options, KNOWN, 'a keyboard pad');
  const { mayReachOthers = false } = options;
  if (typeof mayReachOthers !== 'boolean') throw new RangeError('mayReachOthers must be true or false');
  const prefix = text(options, 'prefix', '').toLowerCase();
  if (!/^[!-~]{0,8}$/.test(prefix)) throw new RangeError('prefix must be at most 8 characters without space');
  const suffix = oneOf(options, 'suffix', ['Enter', 'Tab', 'none'], 'Enter');
  const wedge = {
    prefix,
    endKey: suffix === 'none' ? null : suffix,
    maxGapMs: wholeNumber(options, 'maxGapMs', [5, 1000], 50),
    minCharacters: prefix.length + 1,
  };
  return { levels: checkedLevels(options['levels'], KEYS), wedge, mayReachOthers };
}
