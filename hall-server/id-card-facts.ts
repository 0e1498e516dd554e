// What may be read out of an ID number: whether it can be one, and the birth date inside 18 digits (GB 11643-1999).

export interface CardFacts {
  /** Upper case, as it is hashed. */
  readonly idNumber: string;
  /** YYYY-MM-DD; null where neither the card nor the number gives one. */
  readonly birth: string | null;
}

/**
 * Null when this cannot be the number of a paper. The check digit does not decide: genuine cards with a wrong one exist,
 * and a reader's security module has vouched for the card (docs/protocols/id-card-reader.md).
 */
export function cardFacts(idNumber: string, birth: string | undefined): CardFacts | null {
  const number = idNumber.trim().toUpperCase();
  if (!/^[0-9A-Z]{5,18}$/.test(number)) return null;
  const inNumber = /^\d{17}[\dX]$/.test(number) ? birthInside(number) : null;
  if (number.length === 18 && inNumber === null) return null;
  return { idNumber: number, birth: birth ?? inNumber };
}

/** Digits 7 to 14; null when they are no calendar date. */
function birthInside(number: string): string | null {
  const text = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : text;
}
