// What every scanner of passports, other papers and appointment codes offers, whatever way it is connected.
import type { DeviceStatus } from '../device-status.ts';

export type Scanned =
  /** An appointment code, a bar code, whatever is no machine-readable zone: as it was read, without prefix and suffix. */
  | { readonly kind: 'code'; readonly text: string }
  /** A paper with a machine-readable zone: its number is all that is taken from it. */
  | { readonly kind: 'document'; readonly format: MrzFormat; readonly documentNumber: string }
  /** For the person: scan again. Nothing of what was read is kept. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** ICAO 9303: TD3 passports (two lines of 44), TD1 cards (three lines of 30). */
export type MrzFormat = 'TD3' | 'TD1';

export type UnreadableReason =
  /** A check digit of the machine-readable zone does not agree. */
  | 'checkDigit'
  /** A machine-readable zone began and did not end. */
  | 'incomplete'
  /** The configured prefix was not there: another scanner, or one that was reset. */
  | 'prefix'
  | 'tooLong'
  /** Bytes that are no text: wrong baud rate, or another device. */
  | 'noText';

export type DocumentScannerEvent =
  { readonly type: 'scanned'; readonly scanned: Scanned } | { readonly type: 'status'; readonly status: DeviceStatus };

export interface DocumentScanner {
  readonly status: DeviceStatus;
  /** Listens; takes the port up again whenever it returns. Never rejects: trouble comes as a status event. */
  start(): void;
  stop(): Promise<void>;
  onEvent(listener: (event: DocumentScannerEvent) => void): () => void;
}
