// What the codec must know of one printer's paper, characters and cutter; every value is a setting because printers differ.

export type PrinterCharset = 'gb18030' | 'gbk';

/**
 * How a ticket is parted from the roll (docs/protocols/ticket-printer.md, "Cutting"): `partial` and `full` feed to the cutter by
 * themselves (GS V 66 / 65); `oldPartial` and `oldFull` are ESC m / ESC i behind a feed; `none` only feeds to the tear bar.
 */
export type CutMode = 'partial' | 'full' | 'oldPartial' | 'oldFull' | 'none';

export interface PaperSettings {
  /** Printable dots of a line: 576 on 80 mm paper, 384 on 58 mm. The column width follows from it. */
  readonly widthDots: number;
  readonly charset: PrinterCharset;
  readonly cut: CutMode;
}

/** Dots of one column: a Latin character of font A. A Chinese character takes two. */
export const DOTS_PER_COLUMN = 12;

/** Narrower than this an eightfold Chinese character would not fit; wider paper than 8 inches is a mistyped setting. */
export const MIN_WIDTH_DOTS = 192;
export const MAX_WIDTH_DOTS = 1624;

export function columnsOfPaper(widthDots: number): number {
  return Math.floor(widthDots / DOTS_PER_COLUMN);
}
