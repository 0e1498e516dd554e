// QR symbols and bar codes of a ticket: refused in words before printing where no paper or symbol holds them.
import { DeviceError } from '../../device-error.ts';
import type { PrintLine } from '../contract.ts';
import { code128Modules, isCode128Text } from './code-128.ts';
import type { PaperSettings } from './paper-settings.ts';
import { qrModules } from './qr-modules.ts';
import { qrSize, qrVersion } from './qr-symbol.ts';
import { rasterOf } from './raster.ts';
import { PLAIN, type TicketWriter } from './ticket-writer.ts';

/** Bytes that a version 40 symbol holds at error correction M. */
const MAX_QR_BYTES = 2331;
const DEFAULT_QR_MODULE_DOTS = 6;
/** Smaller modules are not read from thermal paper by most phones [K]. */
const LEAST_QR_MODULE_DOTS = 2;
const QUIET_MODULES = 4;

const MAX_BARCODE_CHARACTERS = 40;
/** What GS w takes. */
const LEAST_BARCODE_MODULE_DOTS = 2;
const MOST_BARCODE_MODULE_DOTS = 6;
const BARCODE_QUIET_MODULES = 10;
const DEFAULT_BARCODE_HEIGHT_DOTS = 80;

function refused(detail: string): DeviceError {
  return new DeviceError('deviceRefused', detail, { isRetryable: false });
}

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Dots of a module at which a QR symbol of so many bytes fits, at most `asked`; null when none is large enough to be read. */
export function qrModuleDots(byteCount: number, widthDots: number, asked = DEFAULT_QR_MODULE_DOTS): number | null {
  const version = qrVersion(byteCount);
  if (version === null) return null;
  const moduleDots = Math.min(within(asked, 1, 16), Math.floor(widthDots / qrSize(version)));
  return moduleDots >= Math.min(asked, LEAST_QR_MODULE_DOTS) ? moduleDots : null;
}

export function putQr(out: TicketWriter, line: PrintLine & { type: 'qr' }): void {
  const data = new TextEncoder().encode(line.data);
  // Control characters could be taken for real-time commands (10 04, 10 05, 10 14) while they pass.
  if (data.length === 0 || data.length > MAX_QR_BYTES || data.some((byte) => byte < 0x20)) {
    throw refused(`QR data must be 1 to ${MAX_QR_BYTES} bytes without control characters, is ${data.length} bytes`);
  }
  const moduleDots = qrModuleDots(data.length, out.paper.widthDots, line.moduleDots);
  if (moduleDots === null) {
    throw refused(`a QR symbol of ${data.length} bytes is wider than the paper's ${out.paper.widthDots} dots`);
  }
  // Readers need four modules of white around the symbol; at the sides the paper gives them.
  const quietZone = [0x1b, 0x4a, QUIET_MODULES * moduleDots];
  const align = line.align ?? 'centre';
  if (out.paper.qr === 'raster') {
    out.style(PLAIN);
    out.put(...quietZone);
    const { modules } = qrModules(data) ?? { modules: [] };
    const side = modules.length * moduleDots;
    const isBlack = (x: number, y: number): boolean =>
      modules[Math.floor(y / moduleDots)]?.[Math.floor(x / moduleDots)] === true;
    out.raster(rasterOf(side, side, isBlack), align);
    out.put(...quietZone);
    return;
  }
  const length = data.length + 3;
  out.style({ ...PLAIN, align });
  out.put(...quietZone);
  out.put(0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, moduleDots);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, 0x31);
  out.put(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...data);
  out.put(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30, ...quietZone);
}

/** Dots of a module at which a CODE 128 symbol with its quiet zones fits, at most `asked`; null when none does. */
export function barcodeModuleDots(
  length: number,
  { widthDots }: Pick<PaperSettings, 'widthDots'>,
  asked = 2,
): number | null {
  const modules = code128Modules(length) + 2 * BARCODE_QUIET_MODULES;
  const wanted = within(asked, LEAST_BARCODE_MODULE_DOTS, MOST_BARCODE_MODULE_DOTS);
  const moduleDots = Math.min(wanted, Math.floor(widthDots / modules));
  return moduleDots >= LEAST_BARCODE_MODULE_DOTS ? moduleDots : null;
}

/** Code set B, `{` doubled because it begins a code set's name; set C would send control bytes. */
export function putBarcode(out: TicketWriter, line: PrintLine & { type: 'barcode' }): void {
  const { data, heightDots = DEFAULT_BARCODE_HEIGHT_DOTS } = line;
  if (!isCode128Text(data) || data.length > MAX_BARCODE_CHARACTERS) {
    throw refused(`bar code data must be 1 to ${MAX_BARCODE_CHARACTERS} letters, digits or signs of ASCII`);
  }
  const moduleDots = barcodeModuleDots(data.length, out.paper, line.moduleDots);
  if (moduleDots === null) {
    throw refused(`a bar code of ${data.length} characters is wider than the paper's ${out.paper.widthDots} dots`);
  }
  const content = new TextEncoder().encode(`{B${data.replaceAll('{', '{{')}`);
  out.style({ ...PLAIN, align: line.align ?? 'centre' });
  out.put(0x1d, 0x48, line.hasText === false ? 0 : 2, 0x1d, 0x66, 0x00);
  out.put(0x1d, 0x77, moduleDots, 0x1d, 0x68, within(heightDots, 1, 255));
  out.put(0x1d, 0x6b, 0x49, content.length, ...content);
}
