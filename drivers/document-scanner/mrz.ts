// Whose a passport or card is, from its machine-readable zone, with every check digit compared: ICAO Doc 9303 parts 3 to 5
// (docs/protocols/document-scanner.md). Pure. Sex, nationality, expiry and the rest are passed over.
import type { MrzFormat, ScannedDocument } from './contract.ts';

export type MrzVerdict =
  | ScannedDocument
  | 'checkDigit'
  /** Not a zone of a format that we know. */
  | null;

const LINE = /^[A-Z0-9<]+$/;

/** Lines that a zone beginning with this one has; 1 when it begins none. */
export function mrzLineCount(line: string): 1 | 2 | 3 {
  if (!LINE.test(line) || !line.includes('<')) return 1;
  if (line.length === 44 && line.startsWith('P')) return 2;
  return line.length === 30 && /^[ACI]/.test(line) ? 3 : 1;
}

/** The lines of a zone, or one line in which a scanner has joined them. */
export function readMrz(lines: readonly string[]): MrzVerdict {
  const zone = lines.join('');
  if (!LINE.test(zone)) return null;
  if (zone.length === 88 && zone.startsWith('P') && lines.length <= 2) return td3(zone.slice(0, 44), zone.slice(44));
  if (zone.length === 90 && /^[ACI]/.test(zone) && lines.length <= 3)
    return td1(zone.slice(0, 30), zone.slice(30, 60), zone.slice(60));
  return null;
}

/** ICAO 9303 part 3, 4.9: weights 7 3 1; letters count from 10, the filler 0. */
export function checkDigitOf(text: string): number {
  let sum = 0;
  for (const [index, character] of Array.from(text).entries()) {
    sum += (character === '<' ? 0 : Number.parseInt(character, 36)) * ([7, 3, 1][index % 3] ?? 0);
  }
  return sum % 10;
}

function td3(first: string, second: string): MrzVerdict {
  const personal = second.slice(28, 42);
  const isRight =
    isChecked(second.slice(0, 9), second[9]) &&
    isChecked(second.slice(13, 19), second[19]) &&
    isChecked(second.slice(21, 27), second[27]) &&
    // Without a personal number its check digit may be a filler.
    (isChecked(personal, second[42]) || (/^<+$/.test(personal) && second[42] === '<')) &&
    isChecked(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43), second[43]);
  if (!isRight) return 'checkDigit';
  return documentOf('TD3', second.slice(0, 9), first.slice(2, 5), first.slice(5), second.slice(13, 19));
}

function td1(first: string, second: string, third: string): MrzVerdict {
  const number = td1Number(first);
  const isRight =
    number !== null &&
    isChecked(second.slice(0, 6), second[6]) &&
    isChecked(second.slice(8, 14), second[14]) &&
    isChecked(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29), second[29]);
  if (!isRight) return 'checkDigit';
  return documentOf('TD1', number, first.slice(2, 5), third, second.slice(0, 6));
}

/** A number of more than nine characters goes on in the optional data, its check digit behind it (part 5, note j). */
function td1Number(first: string): string | null {
  const number = first.slice(5, 14);
  if (first[14] !== '<') return isChecked(number, first[14]) ? number : null;
  const rest = first.slice(15).split('<', 1)[0] ?? '';
  const long = number + rest.slice(0, -1);
  return rest.length >= 2 && isChecked(long, rest.at(-1)) ? long : null;
}

function documentOf(
  format: MrzFormat,
  number: string,
  issuerField: string,
  nameField: string,
  birth: string,
): ScannedDocument | 'checkDigit' {
  const documentNumber = number.replace(/<+$/, '').replaceAll('<', ' ');
  const issuer = issuerField.replace(/<+$/, '');
  // The issuer has no check digit of its own: letters only, as part 3 section 5 has them.
  if (documentNumber === '' || !/^[A-Z]{1,3}$/.test(issuer)) return 'checkDigit';
  const name = nameField
    .split(/<+/)
    .filter((part) => part !== '')
    .join(' ');
  if (name === '') return 'checkDigit';
  return { format, documentNumber, issuer, name, birthDigits: /^\d{6}$/.test(birth) ? birth : null };
}

function isChecked(text: string, digit: string | undefined): boolean {
  return digit === String(checkDigitOf(text));
}
