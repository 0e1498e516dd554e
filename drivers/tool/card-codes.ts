// From what a person writes for sex and nation to the codes on the chip (GB/T 2261.1, GB/T 3304 and two codes of card practice).
import { nationName } from '../id-card-reader/sdt/whole-card.ts';

const SEXES: Readonly<Record<string, string>> = { 未知: '0', 男: '1', 女: '2', 未说明: '9', male: '1', female: '2' };
const LAST_NATION = 98;

/** From a code, or from the word (汉 or 汉族); null for anything else. */
export function nationCodeOf(text: string): string | null {
  if (/^\d{2}$/.test(text)) return text;
  const word = text.endsWith('族') ? text.slice(0, -1) : text;
  const codes = Array.from({ length: LAST_NATION }, (_, index) => String(index + 1).padStart(2, '0'));
  return codes.find((code) => nationName(code) === word) ?? null;
}

/** From a code, or from the word; null for anything else. */
export function sexCodeOf(text: string): string | null {
  return Object.values(SEXES).includes(text) ? text : (SEXES[text] ?? null);
}
