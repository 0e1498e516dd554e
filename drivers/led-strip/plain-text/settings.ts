// The settings of a strip that shows whatever text it is sent: the bytes around the text come from a template.
import iconv from 'iconv-lite';
import type { StripColour } from '../contract.ts';
import { oneOf, onlyKnown, wholeNumber } from '../setting-checks.ts';

export interface PlainTextSettings {
  readonly template: readonly TemplatePart[];
  readonly charset: 'gbk' | 'gb18030' | 'utf8';
  /** Put in place of `{colour}`. */
  readonly colours: Readonly<Record<StripColour, string>>;
  readonly columns: number;
  readonly centre: 'spaces' | 'strip';
  readonly pollMs: number;
  readonly pageMs: number;
}

export type TemplatePart = { readonly bytes: Uint8Array } | { readonly field: 'text' | 'colour' };

const NAMES = ['template', 'address', 'charset', 'colours', 'columns', 'centre', 'pollMs', 'pageMs'];
/** Address, text, carriage return: no maker's protocol, the plainest thing a strip can be set to. */
const DEFAULT_TEMPLATE = '{text}\\r';
const NO_COLOURS = { red: '', green: '', yellow: '' };

/** Defaults filled in. Throws RangeError naming the first setting that is unknown or out of range. */
export function plainTextSettings(options: Readonly<Record<string, unknown>>): PlainTextSettings {
  onlyKnown(options, NAMES, 'a plain-text strip');
  const { template = DEFAULT_TEMPLATE, address = '' } = options;
  if (typeof template !== 'string') throw new RangeError('template must be a text');
  if (typeof address !== 'string') throw new RangeError('address must be a text, e.g. "01"');
  return {
    template: templateParts(template, address),
    charset: oneOf(options, 'charset', ['gbk', 'gb18030', 'utf8']),
    colours: coloursOf(options['colours']),
    columns: wholeNumber(options, 'columns', [2, 200], 16),
    centre: oneOf(options, 'centre', ['spaces', 'strip']),
    pollMs: wholeNumber(options, 'pollMs', [200, 600_000], 5000),
    pageMs: wholeNumber(options, 'pageMs', [500, 60_000], 3000),
  };
}

/** `{text}`, `{address}`, `{colour}`; `\r`, `\n`, `\\`, `\xHH` for a byte; the rest as it stands. */
function templateParts(template: string, address: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (const [piece] of template.matchAll(/\{[^}]*\}?|\\(?:x[0-9a-fA-F]{2}|[^x]|x?)|[^{\\]+/g)) {
    if (piece.startsWith('{')) parts.push(fieldPart(piece, address));
    else parts.push({ bytes: piece.startsWith('\\') ? Uint8Array.of(byteOf(piece)) : iconv.encode(piece, 'gbk') });
  }
  if (!parts.some((part) => 'field' in part && part.field === 'text')) throw new RangeError('template has no {text}');
  return parts;
}

function fieldPart(piece: string, address: string): TemplatePart {
  switch (piece) {
    case '{text}':
      return { field: 'text' };
    case '{colour}':
      return { field: 'colour' };
    case '{address}':
      return { bytes: iconv.encode(address, 'gbk') };
    default:
      throw new RangeError(`template: ${piece} is unknown; known: {text}, {address}, {colour}`);
  }
}

function byteOf(escape: string): number {
  const plain: Readonly<Record<string, number>> = { '\\r': 0x0d, '\\n': 0x0a, '\\\\': 0x5c };
  const byte = /^\\x[0-9a-fA-F]{2}$/.test(escape) ? Number.parseInt(escape.slice(2), 16) : plain[escape];
  if (byte === undefined) throw new RangeError(`template: ${escape} is unknown; known: \\r, \\n, \\\\, \\xHH`);
  return byte;
}

function coloursOf(value: unknown): Readonly<Record<StripColour, string>> {
  if (value === undefined) return NO_COLOURS;
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const isRight = given.every(([name, word]) => name in NO_COLOURS && typeof word === 'string');
  if (given.length === 0 || !isRight) {
    throw new RangeError('colours must name texts for red, green or yellow, e.g. {"red": "1"}');
  }
  return { ...NO_COLOURS, ...Object.fromEntries(given) };
}
