// Checks an ID number against itself and its card: GB 11643-1999, check character by ISO 7064 MOD 11-2. Pure.
// A mismatch is a doubt for a person, never a reason to refuse a card: the chip is right more often than a rule.
import type { IdCardDoubt, IdCardKind } from './contract.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const MALE = '1';
const FEMALE = '2';

export interface IdNumberFacts {
  readonly kind: IdCardKind;
  /** Upper case. */
  readonly idNumber: string;
  /** YYYY-MM-DD. */
  readonly birth: string | null;
  /** GB/T 2261.1: 1 male, 2 female; others say nothing. */
  readonly sexCode: string;
}

export function idNumberDoubts(facts: IdNumberFacts): readonly IdCardDoubt[] {
  switch (facts.kind) {
    case 'resident':
    case 'hkMacaoTaiwan':
      return [...checkDoubt(facts.idNumber), ...birthDoubt(facts), ...sexDoubt(facts)];
    case 'foreigner2023':
      // Its inner digits are not documented well enough to be compared.
      return checkDoubt(facts.idNumber);
    case 'foreigner2017':
      return [];
  }
}

/** 18 characters, the last being the check character of the others. */
export function hasRightCheckCharacter(idNumber: string): boolean {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(idNumber[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === idNumber[17];
}

function checkDoubt(idNumber: string): IdCardDoubt[] {
  return hasRightCheckCharacter(idNumber) ? [] : ['checkCharacter'];
}

function birthDoubt({ idNumber, birth }: IdNumberFacts): IdCardDoubt[] {
  return birth === null || idNumber.slice(6, 14) === birth.replaceAll('-', '') ? [] : ['birth'];
}

/** The 17th digit is odd for a man. */
function sexDoubt({ idNumber, sexCode }: IdNumberFacts): IdCardDoubt[] {
  if (sexCode !== MALE && sexCode !== FEMALE) return [];
  const sexOfNumber = Number(idNumber[16]) % 2 === 1 ? MALE : FEMALE;
  return sexOfNumber === sexCode ? [] : ['sex'];
}
