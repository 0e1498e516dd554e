// One page as the bytes a card shows: GBK, its font and colour words, and nothing in the text that the card could take for one.
import iconv from 'iconv-lite';
import type { StripColour } from '../contract.ts';
import { centredBySpaces } from '../fit-text.ts';
import type { OnbonSettings } from './settings.ts';

const COLOUR_WORDS: Readonly<Record<StripColour, string>> = { red: '\\C1', green: '\\C2', yellow: '\\C3' };
/** GBK as cheap fonts have it, like the printers' (ticket-printer/escpos/charset.ts): without the 81 characters that came into it later. */
const CHARSET = 'cp936';
/** Stands for what the card's font cannot have. */
const SUBSTITUTE = '□';
const GBK_UNKNOWN = 0x3f;
const MAX_TEXT_BYTES = 500;

/** Bits 0-1 centre, bits 2-3 middle. */
export const CENTRED = 0x0a;
export const FROM_THE_LEFT = 0x00;

export function columnsOfStrip({ area, fontDots }: Pick<OnbonSettings, 'area' | 'fontDots'>): number {
  return Math.max(2, Math.floor(area.width / (fontDots / 2)));
}

export function pageText(page: string, colour: StripColour, settings: OnbonSettings): Uint8Array {
  const { font, colours, centre } = settings;
  const words = [
    font === null ? '' : `\\FO${String(font).padStart(3, '0')}`,
    colours === 'one' ? '' : COLOUR_WORDS[colour],
  ].join('');
  const text = centre === 'card' ? page : centredBySpaces(page, columnsOfStrip(settings));
  return Uint8Array.from([...iconv.encode(words, CHARSET), ...shown(text)].slice(0, MAX_TEXT_BYTES));
}

/** The page as it stands on the strip. */
export function shownPage(page: string): string {
  return iconv.decode(Buffer.from([...shown(page)]), CHARSET);
}

/** Two bytes of a hanzi, one of ASCII; control characters are left out. */
function* shown(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) continue;
    // A backslash begins one of the card's words; there is no way to write one.
    const bytes = iconv.encode(character === '\\' ? '＼' : character, CHARSET);
    const isUnknown =
      (bytes[0] === GBK_UNKNOWN && character !== '?') || (bytes.length === 1 && (bytes[0] ?? 0) >= 0x80);
    yield* isUnknown ? iconv.encode(SUBSTITUTE, CHARSET) : bytes;
  }
}
