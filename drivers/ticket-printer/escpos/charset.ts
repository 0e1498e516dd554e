// Text to the bytes of a Chinese printer: what its ROM lacks is drawn or becomes a visible square, nothing becomes a command.
import iconv from 'iconv-lite';
import type { PrinterCharset } from './paper-settings.ts';

/** Stands for a character that can neither be printed nor drawn; itself in GB2312, so that every Chinese ROM has it. */
export const SUBSTITUTE = '□';

const LINE_BREAK = '\n';

/** GB 2312-80: 682 signs and 6763 characters, as ranges of double-byte codes. GBK has more signs in the same rows. */
const GB2312_RANGES: readonly (readonly [number, number])[] = [
  [0xa1a1, 0xa1fe],
  [0xa2b1, 0xa2e2],
  [0xa2e5, 0xa2ee],
  [0xa2f1, 0xa2fc],
  [0xa3a1, 0xa3fe],
  [0xa4a1, 0xa4f3],
  [0xa5a1, 0xa5f6],
  [0xa6a1, 0xa6b8],
  [0xa6c1, 0xa6d8],
  [0xa7a1, 0xa7c1],
  [0xa7d1, 0xa7f1],
  [0xa8a1, 0xa8ba],
  [0xa8c5, 0xa8e9],
  [0xa9a4, 0xa9ef],
];

export function isGb2312(code: number): boolean {
  const lead = code >> 8;
  const trail = code & 0xff;
  if (lead >= 0xb0 && lead <= 0xf7) return trail >= 0xa1 && trail <= (lead === 0xd7 ? 0xf9 : 0xfe);
  return GB2312_RANGES.some(([first, last]) => code >= first && code <= last);
}

function isDoubleByte(bytes: Uint8Array): boolean {
  const [lead = 0, trail = 0] = bytes;
  return bytes.length === 2 && lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
}

function isFourByte(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  return bytes.length === 4 && first >= 0x81 && isDigit(second) && third >= 0x81 && isDigit(fourth);
}

/**
 * Whether the ROM that `charset` names has the character: one that is not a control, alone. Of the four-byte codes of GB18030 a ROM
 * has the Chinese characters at most [K]; every character of Unicode has such a code, emoji too.
 */
export function isInRom(character: string, charset: PrinterCharset): boolean {
  if (character >= ' ' && character <= '~') return true;
  const bytes = encodeText(character, charset);
  if (isDoubleByte(bytes)) return charset !== 'gb2312' || isGb2312(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
  return charset === 'gb18030' && isFourByte(bytes) && /^\p{Script=Han}$/u.test(character);
}

export function isTextInRom(text: string, charset: PrinterCharset): boolean {
  return Array.from(text).every((character) => isInRom(character, charset));
}

function printableCharacter(
  character: string,
  charset: PrinterCharset,
  canDraw: (character: string) => boolean,
): string {
  if ((character >= ' ' && character <= '~') || character === LINE_BREAK) return character;
  if (character === '\r' || /^\p{Default_Ignorable_Code_Point}$/u.test(character)) return '';
  if (character === '\t') return ' ';
  if (character === '　') return character;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  // Controls would be commands; private-use codes differ from ROM to ROM; U+FFFD stands for text already broken before it came here.
  if (/^[\p{Cc}\p{Co}\p{Cs}\p{Cn}\uFFFD]$/u.test(character)) return SUBSTITUTE;
  return isInRom(character, charset) || canDraw(character) ? character : SUBSTITUTE;
}

/**
 * The text as this printer can print it: the same characters, `□` for those that are neither in its ROM nor can be drawn, line
 * breaks as `\n`.
 */
export function printableText(
  text: string,
  charset: PrinterCharset,
  canDraw: (character: string) => boolean = () => false,
): string {
  return Array.from(text.toWellFormed(), (character) => printableCharacter(character, charset, canDraw)).join('');
}

/**
 * Code page 936 stands for GBK: it lacks 81 characters (䶮 at FE9F, 〾, ǹ ...) that came into free places of GBK, and no cheap
 * ROM can be trusted to have them.
 */
const ENCODINGS: Record<PrinterCharset, string> = { gb18030: 'gb18030', gbk: 'cp936', gb2312: 'cp936' };

/** Bytes of a text that is in the ROM, without line breaks: ASCII singly, all others in pairs or fours. */
export function encodeText(text: string, charset: PrinterCharset): Uint8Array {
  return iconv.encode(text, ENCODINGS[charset]);
}

/** The tables are unpacked at their first use, which takes as long as a ticket on the line: better before anybody waits for one. */
export function loadCharset(charset: PrinterCharset): void {
  encodeText(SUBSTITUTE, charset);
}
