// How wide things become on ticket paper (docs/protocols/ticket-printer.md, "Columns"): a Latin character 12 dots, any other 24.

export const DOTS_PER_COLUMN = 12;
/** 80 mm paper. */
export const DEFAULT_WIDTH_DOTS = 576;

/** Bytes that QR symbols of level M, versions 1 to 10, hold (ISO/IEC 18004). */
const QR_BYTES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
/** Modules of start, check and stop of CODE 128, and its two quiet zones of ten. */
const BARCODE_FRAME_MODULES = 35 + 20;

export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0);
}

/** Modules of a QR symbol's side; null for more bytes than a ticket's symbol should hold. */
export function qrModulesOf(data: string): number | null {
  const byteCount = new TextEncoder().encode(data).length;
  const version = QR_BYTES.findIndex((most) => byteCount <= most) + 1;
  return version === 0 ? null : 17 + 4 * version;
}

export function barcodeModulesOf(data: string): number {
  return BARCODE_FRAME_MODULES + 11 * data.length;
}
