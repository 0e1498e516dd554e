// From a terminal's configuration to a scanner of papers and codes. Scanners that type like a keyboard have no port: wedge.ts.
import { refuseUnknown, text, wholeNumber } from '../id-card-reader/setting-checks.ts';
import { createPort } from '../port/open-port.ts';
import type { DocumentScanner } from './contract.ts';
import { SerialScanner } from './serial-scanner.ts';

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
  if (model !== 'serial') throw new RangeError(`model "${model}" is not a document scanner; known: serial`);
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
