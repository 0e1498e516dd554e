// From a terminal's configuration to a scanner of papers and codes: on a line, or typing like a keyboard.
import { refuseUnknown, text, wholeNumber } from '../id-card-reader/setting-checks.ts';
import { createPort } from '../port/open-port.ts';
import type { DocumentScanner, KeyboardScanner } from './contract.ts';
import { WedgeScanner } from './keyboard-scanner.ts';
import { SerialScanner } from './serial-scanner.ts';
import { WEDGE_DEFAULTS } from './wedge.ts';

export interface DocumentScannerConfig {
  /** `serial`: a scanner that sends text on a serial line, USB virtual or real, or behind a serial server. */
  readonly model: string;
  /** A device path or a pattern of one, tcp://host:port, or memory:NAME. */
  readonly port: string;
  /** `baudRate` (9600), `serialNumber`, `prefix`, `suffix`, `silenceMs` (200): docs/protocols/document-scanner.md. */
  readonly options?: Readonly<Record<string, unknown>>;
}

const KNOWN = ['baudRate', 'serialNumber', 'prefix', 'suffix', 'silenceMs'];

/** Not yet started. Throws RangeError naming a model or setting that is not right, DeviceError for a port that cannot be understood. */
export function openDocumentScanner({ model, port, options = {} }: DocumentScannerConfig): DocumentScanner {
  if (model !== 'serial') {
    throw new RangeError(
      `model "${model}" is not a document scanner on a line; known: serial (and wedge, at keyboard:)`,
    );
  }
  refuseUnknown(options, KNOWN, 'the scanner');
  const baudRate = wholeNumber(options, 'baudRate', [300, 4_000_000], 9600);
  const serialNumber = text(options, 'serialNumber', null);
  const suffix = text(options, 'suffix', null);
  const opened = createPort(port, { baudRate, ...(serialNumber === null ? {} : { serialNumber }) });
  return new SerialScanner(opened, {
    prefix: text(options, 'prefix', ''),
    suffix: suffix === null ? null : Uint8Array.from(Buffer.from(suffix)),
    silenceMs: wholeNumber(options, 'silenceMs', [20, 5000], 200),
  });
}

const WEDGE_KNOWN = ['prefix', 'endKey', 'maxGapMs', 'minCharacters'];
/** Where a scanner that types is: at the keyboard of whoever shows the page. */
export const KEYBOARD_PORT = 'keyboard:';

/** The scanner of model `wedge`, not yet started. Throws RangeError naming what is not right. */
export function openKeyboardScanner({ model, port, options = {} }: DocumentScannerConfig): KeyboardScanner {
  if (model !== 'wedge') throw new RangeError(`model "${model}" does not type; known: wedge`);
  if (port !== KEYBOARD_PORT) throw new RangeError(`a scanner that types has the port "${KEYBOARD_PORT}"`);
  refuseUnknown(options, WEDGE_KNOWN, 'the scanner');
  const endKey = text(options, 'endKey', WEDGE_DEFAULTS.endKey);
  return new WedgeScanner({
    prefix: text(options, 'prefix', WEDGE_DEFAULTS.prefix),
    endKey: endKey === '' ? null : endKey,
    maxGapMs: wholeNumber(options, 'maxGapMs', [5, 500], WEDGE_DEFAULTS.maxGapMs),
    minCharacters: wholeNumber(options, 'minCharacters', [2, 100], WEDGE_DEFAULTS.minCharacters),
  });
}
