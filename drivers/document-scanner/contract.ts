// What every scanner of passports, other papers and appointment codes offers, whatever way it is connected.
import type { DeviceStatus } from '../device-status.ts';

export type Scanned =
  /** An appointment code, a bar code, whatever is no machine-readable zone: as it was read, without prefix and suffix. */
  | { readonly kind: 'code'; readonly text: string }
  /** A paper with a machine-readable zone: whose it is, by the number of its issuer. */
  | ({ readonly kind: 'document' } & ScannedDocument)
  /** For the person: scan again. Nothing of what was read is kept. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** What is taken from a zone whose check digits all agree. It is a person's: never log it. */
export interface ScannedDocument {
  readonly format: MrzFormat;
  readonly documentNumber: string;
  /** The issuing state or organisation: 1 to 3 letters. */
  readonly issuer: string;
  /** As in the zone, which may cut it off. */
  readonly name: string;
  /** YYMMDD; null where the zone leaves a part of it open. The century is the reader's to say. */
  readonly birthDigits: string | null;
}

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

/** A key of a scanner that types, or of a person. */
export interface ScannerKey {
  /** KeyboardEvent.key. */
  readonly key: string;
  /** KeyboardEvent.timeStamp, or any clock that only grows. */
  readonly atMs: number;
}

export interface DocumentScanner {
  readonly status: DeviceStatus;
  /** Listens; takes the port up again whenever it returns. Never rejects: trouble comes as a status event. */
  start(): void;
  stop(): Promise<void>;
  onEvent(listener: (event: DocumentScannerEvent) => void): () => void;
}

/** A scanner that types like a keyboard: whoever has the keyboard's focus hands the keys on. */
export interface KeyboardScanner extends DocumentScanner {
  key(key: ScannerKey): void;
  /** Keys that turned out to be a person's, in order, within `maxGapMs`: to be carried out after all. */
  onTyped(listener: (keys: readonly string[]) => void): () => void;
}
