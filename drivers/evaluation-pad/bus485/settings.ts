// The settings of one pad on the bus, checked before anything is opened.
import type { Rating } from '../contract.ts';

export interface Bus485PadSettings {
  /** 1 to 255, as set in the pad. */
  readonly address: number;
  /** From the value a key sends to the level it means; values that are not here record nothing. Makers differ. */
  readonly levels: ReadonlyMap<number, Rating>;
}

const isByteFromOne = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 256;

function isRating(value: unknown): value is Rating {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

function checkedLevels(levels: unknown): ReadonlyMap<number, Rating> {
  if (typeof levels !== 'object' || levels === null || Object.keys(levels).length === 0) {
    throw new RangeError('levels must map at least one key value to a rating, e.g. {"1": 2, "2": 3, "3": 4, "4": 5}');
  }
  const checked = new Map<number, Rating>();
  for (const [key, rating] of Object.entries(levels) as [string, unknown][]) {
    // 0 is what a pad sends when no key was pressed, so it can mean no level.
    if (!isByteFromOne(Number(key))) throw new RangeError(`levels: "${key}" is not a key value from 1 to 255`);
    if (!isRating(rating)) throw new RangeError(`levels: key ${key} must mean a rating from 1 to 5`);
    checked.set(Number(key), rating);
  }
  return checked;
}

/** Throws RangeError naming the first setting that is unknown, missing or out of range. */
export function bus485PadSettings(options: Readonly<Record<string, unknown>>): Bus485PadSettings {
  const { address, levels, ...unknown } = options;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new RangeError(`${name} is not a setting of a pad on the bus`);
  if (!isByteFromOne(address)) throw new RangeError('address must be a whole number from 1 to 255');
  return { address, levels: checkedLevels(levels) };
}
