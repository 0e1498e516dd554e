// Sizes for words of any length: a name is set smaller and on more lines before any of it is lost.

/** Widths in em, a little generous: good enough to choose a size, not to place a glyph. Hanzi and full-width marks are 1. */
export function widthEm(text: string): number {
  let em = 0;
  for (const character of text) em += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : latinEm(character);
  return em;
}

function latinEm(character: string): number {
  if (/[ .,:;'’!|ijl]/.test(character)) return 0.3;
  if (/[mwMW]/.test(character)) return 0.92;
  return /[a-z]/.test(character) ? 0.56 : 0.64;
}

export interface TextSize {
  readonly sizePx: number;
  readonly lines: number;
}
/** Largest first; the last is taken where none holds the text. */
export type TextSizes = readonly [TextSize, ...TextSize[]];

/** The first of `sizes` whose lines hold the text in a box of `widthPx`, else the last. A line may lose one em to its break. */
export function textSizeFor(text: string, widthPx: number, sizes: TextSizes): TextSize {
  const em = widthEm(text);
  const holds = ({ sizePx, lines }: TextSize): boolean =>
    lines === 1 ? em * sizePx <= widthPx : em <= (Math.floor(widthPx / sizePx) - 0.5) * lines;
  return sizes.find(holds) ?? sizes[sizes.length - 1] ?? sizes[0];
}

/** px of the drawing in the displays' unit. */
export function rem(px: number): string {
  return `${px / 100}rem`;
}

/** Size and wrapping of a text in its box: on one line it is never broken, on more it breaks wherever it must. */
export function fittedStyle(text: string, widthPx: number, sizes: TextSizes) {
  const { sizePx, lines } = textSizeFor(text, widthPx, sizes);
  const fontSize = rem(sizePx);
  if (lines === 1) return { fontSize, whiteSpace: 'nowrap' } as const;
  return {
    fontSize,
    maxWidth: rem(widthPx),
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    lineHeight: 1.15,
  } as const;
}
