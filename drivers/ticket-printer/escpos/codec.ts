// From print lines to ESC/POS bytes (docs/protocols/ticket-printer.md, "Commands"). Pure: the driver sends, the printer answers.
import type { PrintLine } from '../contract.ts';
import { type Artwork, NO_ARTWORK, type Run } from './artwork.ts';
import { printableText } from './charset.ts';
import { columnsOfPaper, type CutMode, type PaperSettings } from './paper-settings.ts';
import { rowBytes, STRIP_ROWS } from './raster.ts';
import { putBarcode, putQr } from './symbols.ts';
import { PLAIN, TicketWriter } from './ticket-writer.ts';
import { columnsOf, wrapText } from './wrap.ts';

/** Initialise, Chinese on, no extra space around Chinese characters: one of them is exactly two columns. */
const BEGIN = [0x1b, 0x40, 0x1c, 0x26, 0x1c, 0x53, 0x00, 0x00];
/** GS a with drawer, online, error and paper; ESC @ may have turned it off. */
const STATUS_BLOCKS_ON = [0x1d, 0x61, 0x0f];
/** The cut commands that do not feed: from head to cutter it is about this far [K]. */
const LINES_TO_CUTTER = 5;
const FEED_TO_CUTTER = [0x1b, 0x64, LINES_TO_CUTTER];

function cutBytes(cut: CutMode, feedDots: number): readonly number[] {
  switch (cut) {
    case 'partial':
      return [0x1d, 0x56, 0x42, feedDots];
    case 'full':
      return [0x1d, 0x56, 0x41, feedDots];
    case 'plainPartial':
      return [...FEED_TO_CUTTER, 0x1d, 0x56, 0x01];
    case 'plainFull':
      return [...FEED_TO_CUTTER, 0x1d, 0x56, 0x00];
    case 'oldPartial':
      return [...FEED_TO_CUTTER, 0x1b, 0x6d];
    case 'oldFull':
      return [...FEED_TO_CUTTER, 0x1b, 0x69];
    case 'none':
      return FEED_TO_CUTTER;
  }
}

const sizeOf = (size = 1): number => Math.min(8, Math.max(1, Math.round(size)));

/** What of a text can be on this paper. */
function printable(out: TicketWriter, text: string): string {
  const { painter } = out.artwork;
  return printableText(text, out.paper.charset, (character) => painter?.canDraw(character) === true);
}

function putText(out: TicketWriter, line: PrintLine & { type: 'text' }): void {
  const width = sizeOf(line.width);
  const columns = Math.floor(columnsOfPaper(out.paper.widthDots) / width);
  const { align = 'left', bold = false } = line;
  for (const text of wrapText(printable(out, line.text), columns)) {
    out.row({ runs: [{ text, bold }], width, height: sizeOf(line.height) }, align);
  }
}

/** The value alone is bold: it is what the applicant looks for. */
function putPair(out: TicketWriter, line: PrintLine & { type: 'pair' }): void {
  const columns = columnsOfPaper(out.paper.widthDots);
  const label = printable(out, line.label);
  const value = printable(out, line.value);
  const gap = columns - columnsOf(label) - columnsOf(value);
  const bold = line.bold ?? false;
  const plainRow = (...runs: Run[]) => ({ runs, width: 1, height: 1 });
  if (gap >= 1 && !`${label}${value}`.includes('\n')) {
    out.row(plainRow({ text: label + ' '.repeat(gap), bold: false }, { text: value, bold }), 'left');
    return;
  }
  for (const text of wrapText(label, columns)) out.row(plainRow({ text, bold: false }), 'left');
  for (const text of wrapText(value, columns)) out.row(plainRow({ text, bold }), 'right');
}

function putLogo(out: TicketWriter, line: PrintLine & { type: 'logo' }): void {
  const { paper, artwork } = out;
  const align = line.align ?? 'centre';
  if (paper.logoSlot > 0) {
    out.style({ ...PLAIN, align });
    out.put(0x1c, 0x70, paper.logoSlot, 0x00);
  } else if (artwork.logo !== null) out.raster(artwork.logo, align);
}

function putLine(out: TicketWriter, line: PrintLine): void {
  switch (line.type) {
    case 'text':
      return putText(out, line);
    case 'pair':
      return putPair(out, line);
    case 'rule':
      return putText(out, { type: 'text', text: '-'.repeat(columnsOfPaper(out.paper.widthDots)) });
    case 'feed':
      return out.put(0x1b, 0x64, Math.min(255, Math.max(0, Math.round(line.lines))));
    case 'spacer':
      return out.put(0x1b, 0x4a, Math.min(255, Math.max(0, Math.round(line.dots))));
    case 'qr':
      return putQr(out, line);
    case 'barcode':
      return putBarcode(out, line);
    case 'logo':
      return putLogo(out, line);
  }
}

/** Behind the cut: the ticket is pushed out, and the person is called to it. */
function extras({ presenter, presenterSteps, buzzer, buzzerCount }: PaperSettings): number[] {
  const pushed = presenter === 'gsE' ? [0x1d, 0x65, 0x03, presenterSteps] : [];
  switch (buzzer) {
    case 'none':
      return pushed;
    case 'escB':
      return [...pushed, 0x1b, 0x42, buzzerCount, 0x02];
    case 'epson':
      return [...pushed, 0x1b, 0x28, 0x41, 0x04, 0x00, 0x30, 0x01, buzzerCount, 0x02];
  }
}

/**
 * The bytes of one ticket, from initialising to the cut, without the completion marks.
 * Sizes outside 1 to 8 are taken to the nearest. Throws DeviceError `deviceRefused` for QR and bar code data that no symbol or
 * paper holds.
 */
export function encodeTicket(
  lines: readonly PrintLine[],
  paper: PaperSettings,
  artwork: Artwork = NO_ARTWORK,
): Uint8Array {
  const out = new TicketWriter(paper, artwork);
  out.put(...BEGIN, ...(paper.statusBlocks === 'asked' ? STATUS_BLOCKS_ON : []));
  for (const line of lines) putLine(out, line);
  out.style(PLAIN);
  out.put(...cutBytes(paper.cut, paper.cutFeedDots), ...extras(paper));
  return out.bytes;
}

/** The longest data of one command that tickets have beside a raster strip: a QR symbol of 500 bytes. */
const LONGEST_OTHER_DATA = 600;
/** The longest head of a command. */
const HEAD_BYTES = 16;

/**
 * Zeros that end whatever command a broken ticket left open: missing lengths become 0 and missing data is filled up. A printer that waits
 * for nothing ignores them [K].
 */
export function encodeResync({ widthDots, resync }: Pick<PaperSettings, 'widthDots' | 'resync'>): Uint8Array {
  if (resync === 'none') return new Uint8Array();
  return new Uint8Array(Math.max(STRIP_ROWS * rowBytes(widthDots), LONGEST_OTHER_DATA) + HEAD_BYTES);
}

/** Texts of a ticket that may have to be drawn. */
export function textsOf(lines: readonly PrintLine[]): string[] {
  return lines.flatMap((line) => {
    if (line.type === 'text') return [line.text];
    return line.type === 'pair' ? [line.label, line.value] : [];
  });
}

/** `GS ( H` function 48: the printer answers `37 22 d1 d2 d3 d4 00` when everything before it is printed. */
export function encodeProcessIdRequest(id: readonly [number, number, number, number]): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...id);
}

/** `GS r 1`: queued behind the print data, so its reply says that the data before it was processed. */
export const FENCE = Uint8Array.of(0x1d, 0x72, 0x01);

/** `DLE EOT n`: executed on reception, also offline. */
export function encodeStatusRequest(topic: 1 | 2 | 3 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, topic);
}
