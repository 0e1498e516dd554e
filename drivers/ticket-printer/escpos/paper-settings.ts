// What the codec must know of one printer's paper, characters, cutter and extras; every value is a setting because printers differ.

/** Which characters the font ROM has. */
export type PrinterCharset = 'gb18030' | 'gbk' | 'gb2312';

/**
 * How a ticket is parted from the roll (docs/protocols/ticket-printer.md, "Cutting"): `partial` and `full` feed to the cutter by
 * themselves (GS V 66 / 65); `plainPartial` and `plainFull` are GS V 1 / 0 and `oldPartial` and `oldFull` ESC m / ESC i, all behind
 * a feed; `none` only feeds to the tear bar.
 */
export type CutMode = 'partial' | 'full' | 'plainPartial' | 'plainFull' | 'oldPartial' | 'oldFull' | 'none';

export interface PaperSettings {
  /** Printable dots of a line: 576 on 80 mm paper, 384 on 58 mm. The column width follows from it. */
  readonly widthDots: number;
  readonly charset: PrinterCharset;
  readonly cut: CutMode;
  /** Further feed of `partial` and `full` before they cut. */
  readonly cutFeedDots: number;
  /** `nul` fills up with zeros, before the next ticket, what a broken one may have left half said; `none` for printers that print them. */
  readonly resync: 'nul' | 'none';
  /** `native` lets the printer make the symbol (GS ( k); `raster` sends it drawn, for printers that cannot. */
  readonly qr: 'native' | 'raster';
  /** 0: the logo is sent with each ticket; else the number under which it was stored in the printer (FS q, FS p). */
  readonly logoSlot: number;
  /** `escB` is ESC B n t of many Chinese makers, `epson` is ESC ( A. It sounds behind the cut. */
  readonly buzzer: 'none' | 'escB' | 'epson';
  readonly buzzerCount: number;
  /** `gsE` is GS e 3 m of Custom and others: the ticket is pushed out by `presenterSteps`, whose length differs by maker. */
  readonly presenter: 'none' | 'gsE';
  readonly presenterSteps: number;
  /** `asked` turns on the automatic status blocks (GS a) with each ticket: trouble is told at once, not at the next question. */
  readonly statusBlocks: 'unasked' | 'asked';
}

export const PAPER_DEFAULTS: PaperSettings = {
  widthDots: 576,
  charset: 'gb18030',
  cut: 'partial',
  cutFeedDots: 0,
  resync: 'nul',
  qr: 'native',
  logoSlot: 0,
  buzzer: 'none',
  buzzerCount: 1,
  presenter: 'none',
  presenterSteps: 3,
  statusBlocks: 'unasked',
};

/** Dots of one column: a Latin character of font A. A Chinese character takes two. */
export const DOTS_PER_COLUMN = 12;
export const CELL_HEIGHT_DOTS = 24;
/** Power-on line spacing, one sixth of an inch at 203 dots per inch [K]. */
export const LINE_SPACING_DOTS = 34;
/** 203 dots per inch [C for two models]. */
export const DOTS_PER_MM = 8;

/** Narrower than this an eightfold Chinese character would not fit; wider paper than 8 inches is a mistyped setting. */
export const MIN_WIDTH_DOTS = 192;
export const MAX_WIDTH_DOTS = 1624;

export function columnsOfPaper(widthDots: number): number {
  return Math.floor(widthDots / DOTS_PER_COLUMN);
}
