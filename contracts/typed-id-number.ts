// An ID number typed by hand: what is told at once as a mistake of typing (GB 11643-1999, check character by ISO 7064 MOD 11-2).
import { z } from 'zod';
import { expected } from './field-words.ts';

/** 18 characters, the last may be X. A number of 15 is on no card that is still valid. */
export const TypedIdNumber = z.string().regex(/^\d{17}[\dX]$/, expected('typedIdNumber'));
export const TYPED_ID_NUMBER_LENGTH = 18;

export type TypedIdNumberMistake = 'length' | 'birth' | 'checkDigit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
/** Nobody who is alive was born before it. */
const FIRST_BIRTH = '1900-01-01';

/** The first thing that is wrong, in the order in which it helps to be told; null: it can be a number. `today`: YYYY-MM-DD in the hall. */
export function typedIdNumberMistake(number: string, today: string): TypedIdNumberMistake | null {
  if (!TypedIdNumber.safeParse(number).success) return 'length';
  if (!canBeBirth(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`, today)) return 'birth';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === number[17] ? null : 'checkDigit';
}

function canBeBirth(text: string, today: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text)) return false;
  return text >= FIRST_BIRTH && text <= today;
}
