// Which level a key or an answer of a pad means: makers differ, so it stands in the configuration and is checked before anything is opened.
import type { Rating } from './contract.ts';

export interface LevelKeys<Key> {
  /** What a key is called, e.g. `a key value from 1 to 255`. */
  readonly words: string;
  readonly example: string;
  /** Null for what cannot be a key. */
  keyOf(text: string): Key | null;
}

/** Throws RangeError naming what is missing or not right. */
export function checkedLevels<Key>(levels: unknown, keys: LevelKeys<Key>): ReadonlyMap<Key, Rating> {
  if (typeof levels !== 'object' || levels === null || Object.keys(levels).length === 0) {
    throw new RangeError(`levels must map at least one key value to a rating, e.g. ${keys.example}`);
  }
  const checked = new Map<Key, Rating>();
  for (const [text, rating] of Object.entries(levels) as [string, unknown][]) {
    const key = keys.keyOf(text);
    if (key === null) throw new RangeError(`levels: "${text}" is not ${keys.words}`);
    if (!isRating(rating)) throw new RangeError(`levels: key ${text} must mean a rating from 1 to 5`);
    checked.set(key, rating);
  }
  return checked;
}

function isRating(value: unknown): value is Rating {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}
