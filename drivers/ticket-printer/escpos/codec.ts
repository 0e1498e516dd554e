// From print lines to ESC/POS bytes (docs/protocols/ticket-printer.md, "Commands"). Pure: the driver sends, the printer answers.
import { DeviceError } from '../../device-error.ts';
import type { PrintAlign, PrintLine } from '../contract.ts';
import { encodeText, printableText } from './charset.ts';
import { columnsOfPaper, type CutMode, type PaperSettings } from './paper-settings.ts';
import { columnsOf, wrapText } from './wrap.ts';

/** Initialise, Chinese on, no extra space around Chinese characters: one of them is exactly two columns. */
const BEGIN = [0x1b, 0x40, 0x1c, 0x26, 0x1c, 0x53, 0x00, 0x00];
const LINE_FEED = 0x0a;
const ALIGN_CODES: Record<PrintAlign, number> = { left: 0, centre: 1, right: 2 };
/** The old cut commands do not feed: from head to cutter it is about this far [K]. */
const LINES_TO_CUTTER = 5;
const CUT: Record<CutMode, readonly number[]> = {
  partial: [0x1d, 0x56, 0x42, 0x00],
  full: [0x1d, 0x56, 0x41, 0x00],
  oldPartial: [0x1b, 0x64, LINES_TO_CUTTER, 0x1b, 0x6d],
  oldFull: [0x1b, 0x64, LINES_TO_CUTTER, 0x1b, 0x69],
  none: [0x1b, 0x64, LINES_TO_CUTTER],
};
/** Bytes that a version 40 symbol holds at error correction M. */
const MAX_QR_BYTES = 2331;
const DEFAULT_MODULE_DOTS = 6;

interface Style {
  readonly align: PrintAlign;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

const PLAIN: Style = { align: 'left', width: 1, height: 1, bold: false };

/** Collects bytes and sends a style command only where the style changes; ESC @ leaves everything plain. */
function ticketWriter(): { put: (...bytes: number[]) => void; style: (next: Partial<Style>) => void; bytes: number[] } {
  const bytes: number[] = [...BEGIN];
  const put = (...more: number[]): void => void bytes.push(...more);
  let now = PLAIN;
  const style = (change: Partial<Style>): void => {
    const next = { ...now, ...change };
    if (next.align !== now.align) put(0x1b, 0x61, ALIGN_CODES[next.align]);
    if (next.bold !== now.bold) put(0x1b, 0x45, next.bold ? 1 : 0);
    if (next.width !== now.width || next.height !== now.height) {
      // FS ! first: where GS ! enlarges Latin alone, Chinese is at least doubled; where it enlarges both, the last command wins.
      put(0x1c, 0x21, (next.width > 1 ? 0x04 : 0) | (next.height > 1 ? 0x08 : 0));
      put(0x1d, 0x21, ((next.width - 1) << 4) | (next.height - 1));
    }
    now = next;
  };
  return { put, style, bytes };
}

type TicketWriter = ReturnType<typeof ticketWriter>;

const sizeOf = (size = 1): number => Math.min(8, Math.max(1, Math.round(size)));

function putText(out: TicketWriter, line: PrintLine & { type: 'text' }, paper: PaperSettings): void {
  const width = sizeOf(line.width);
  const columns = Math.floor(columnsOfPaper(paper.widthDots) / width);
  const { align = 'left', bold = false } = line;
  out.style({ align, width, height: sizeOf(line.height), bold });
  for (const row of wrapText(printableText(line.text, paper.charset), columns)) {
    out.put(...encodeText(row, paper.charset), LINE_FEED);
  }
}

/** The value alone is bold: it is what the applicant looks for. */
function putPair(out: TicketWriter, line: PrintLine & { type: 'pair' }, paper: PaperSettings): void {
  const columns = columnsOfPaper(paper.widthDots);
  const label = printableText(line.label, paper.charset);
  const value = printableText(line.value, paper.charset);
  const gap = columns - columnsOf(label) - columnsOf(value);
  const bold = line.bold ?? false;
  out.style(PLAIN);
  if (gap >= 1 && !`${label}${value}`.includes('\n')) {
    out.put(...encodeText(label + ' '.repeat(gap), paper.charset));
    out.style({ bold });
    out.put(...encodeText(value, paper.charset), LINE_FEED);
    return;
  }
  for (const row of wrapText(label, columns)) out.put(...encodeText(row, paper.charset), LINE_FEED);
  out.style({ align: 'right', bold });
  for (const row of wrapText(value, columns)) out.put(...encodeText(row, paper.charset), LINE_FEED);
}

function putQr(out: TicketWriter, line: PrintLine & { type: 'qr' }): void {
  const data = new TextEncoder().encode(line.data);
  // Control characters could be taken for real-time commands (10 04, 10 05, 10 14) while they pass.
  if (data.length === 0 || data.length > MAX_QR_BYTES || data.some((byte) => byte < 0x20)) {
    const detail = `QR data must be 1 to ${MAX_QR_BYTES} bytes without control characters, is ${data.length} bytes`;
    throw new DeviceError('deviceRefused', detail, { isRetryable: false });
  }
  const moduleDots = Math.min(16, Math.max(1, Math.round(line.moduleDots ?? DEFAULT_MODULE_DOTS)));
  const length = data.length + 3;
  // Readers need four modules of white around the symbol; at the sides the paper gives them.
  const quietZone = [0x1b, 0x4a, 4 * moduleDots];
  out.style({ ...PLAIN, align: line.align ?? 'centre' });
  out.put(...quietZone);
  out.put(0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, moduleDots);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, 0x31);
  out.put(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...data);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30, ...quietZone);
}

function putLine(out: TicketWriter, line: PrintLine, paper: PaperSettings): void {
  switch (line.type) {
    case 'text': {
      putText(out, line, paper);
      return;
    }
    case 'pair': {
      putPair(out, line, paper);
      return;
    }
    case 'rule': {
      putText(out, { type: 'text', text: '-'.repeat(columnsOfPaper(paper.widthDots)) }, paper);
      return;
    }
    case 'feed': {
      out.put(0x1b, 0x64, Math.min(255, Math.max(0, Math.round(line.lines))));
      return;
    }
    case 'qr': {
      putQr(out, line);
      return;
    }
  }
}

/**
 * The bytes of one ticket, from initialising to the cut, without the completion marks.
 * Sizes outside 1 to 8 are taken to the nearest. Throws DeviceError `deviceRefused` for QR data that no symbol holds.
 */
export function encodeTicket(lines: readonly PrintLine[], paper: PaperSettings): Uint8Array {
  const out = ticketWriter();
  for (const line of lines) putLine(out, line, paper);
  out.style(PLAIN);
  out.put(...CUT[paper.cut]);
  return Uint8Array.from(out.bytes);
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
