// Text to the bytes of a Chinese printer: everything it cannot print becomes a visible square, nothing becomes a command.
import iconv from 'iconv-lite';
import type { PrinterCharset } from './paper-settings.ts';

/** Stands for a character outside the printer's set; itself in GB2312, so that every Chinese ROM has it. */
export const SUBSTITUTE = '□';

const LINE_BREAK = '\n';

function isDoubleByte(bytes: Uint8Array): boolean {
  const [lead = 0, trail = 0] = bytes;
  return bytes.length === 2 && lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
}

function isFourByte(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  return bytes.length === 4 && first >= 0x81 && isDigit(second) && third >= 0x81 && isDigit(fourth);
}

function printableCharacter(character: string, charset: PrinterCharset): string {
  if ((character >= ' ' && character <= '~') || character === LINE_BREAK) return character;
  if (character === '\r' || /^\p{Default_Ignorable_Code_Point}$/u.test(character)) return '';
  if (character === '\t') return ' ';
  if (character === '　') return character;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  // Controls would be commands; private-use codes differ from ROM to ROM; U+FFFD stands for text already broken before it came here.
  if (/^[\p{Cc}\p{Co}\p{Cs}\p{Cn}\uFFFD]$/u.test(character)) return SUBSTITUTE;
  const bytes = iconv.encode(character, charset);
  if (isDoubleByte(bytes)) return character;
  return charset === 'gb18030' && isFourByte(bytes) ? character : SUBSTITUTE;
}

/** The text as this printer can print it: the same characters, `□` for those it lacks, line breaks as `\n`. */
export function printableText(text: string, charset: PrinterCharset): string {
  return Array.from(text.toWellFormed(), (character) => printableCharacter(character, charset)).join('');
}

/** Bytes of a text that `printableText` made, without line breaks: ASCII singly, all others in pairs or fours. */
export function encodeText(text: string, charset: PrinterCharset): Uint8Array {
  return iconv.encode(text, charset);
}
