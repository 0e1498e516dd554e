// What every ticket printer offers: lines in, one of four job states out (docs/protocols/ticket-printer.md).
import type { DeviceErrorCode } from '../device-error.ts';
import type { DeviceStatus } from '../device-status.ts';

export type PrintAlign = 'left' | 'centre' | 'right';

export type PrintLine =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly align?: PrintAlign;
      /** Multiples of the base font, 1 to 8. */
      readonly width?: number;
      readonly height?: number;
      readonly bold?: boolean;
    }
  /** A label at the left and a value at the right edge; wraps onto two lines when they do not fit. */
  | { readonly type: 'pair'; readonly label: string; readonly value: string; readonly bold?: boolean }
  | { readonly type: 'rule' }
  | { readonly type: 'feed'; readonly lines: number }
  /** Blank paper, 8 dots a millimetre on most printers. */
  | { readonly type: 'spacer'; readonly dots: number }
  /** Drawn smaller than `moduleDots` where the paper is too narrow for it. */
  | { readonly type: 'qr'; readonly data: string; readonly moduleDots?: number; readonly align?: PrintAlign }
  /** CODE 128 of printable ASCII; its text below the bars unless `hasText` is false. */
  | {
      readonly type: 'barcode';
      readonly data: string;
      readonly heightDots?: number;
      readonly moduleDots?: number;
      readonly hasText?: boolean;
      readonly align?: PrintAlign;
    }
  /** The logo of the printer's settings; nothing where there is none. */
  | { readonly type: 'logo'; readonly align?: PrintAlign };

export interface PrintJob {
  /** The same key is never printed twice by one driver: a job's key is (ticketId, attempt). */
  readonly key: string;
  readonly lines: readonly PrintLine[];
}

export type PrintOutcome =
  /** The printer itself said that the data before the mark was processed. */
  | { readonly state: 'confirmed'; readonly by: 'processId' | 'fence' }
  /**
   * Only from a printer that is set to confirm nothing (`completion: none`): the line took every byte and nothing spoke against it.
   * Nobody saw the paper.
   */
  | { readonly state: 'assumed' }
  /** Nothing of this job reached the paper: printing again is safe. */
  | { readonly state: 'failedBeforePrint'; readonly code: DeviceErrorCode }
  /** Something may be on the paper. Never printed again by itself; a person decides and the reprint is marked 补打. */
  | { readonly state: 'unknown'; readonly code: DeviceErrorCode };

/** What is known of the roll. An estimate: millimetres are counted from the bytes of the tickets. */
export interface PaperLeft {
  readonly printedMm: number;
  /** Null without a length of the roll in the settings, and until a first roll change was seen. */
  readonly leftMm: number | null;
  readonly rollChangedAt: number | null;
  /** How often the end of a roll came near since the count began. */
  readonly nearEndCount: number;
  readonly isNearEnd: boolean;
}

/** One fact about the printer now, for people. */
export interface PrinterRemark {
  /** A status bit, a fault code, or a setting that cannot be used. */
  readonly code: string;
  readonly kind: 'fault' | 'warning' | 'note';
  readonly zh: string;
  readonly en: string;
}

export interface PrinterHealth {
  /** Every status bit that is set, the fault if there is one, and what the settings name and cannot be had. */
  readonly remarks: readonly PrinterRemark[];
  readonly paper: PaperLeft;
}

export interface TicketPrinter {
  readonly status: DeviceStatus;
  readonly health: PrinterHealth;
  /** Opens the port and watches the printer's status; takes the port up again whenever it returns. */
  start(): void;
  stop(): Promise<void>;
  /** One job at a time, in order of the calls. Never rejects. A key already printed resolves with its first outcome. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Somebody put in a new roll: the count of paper begins anew. Told by the sensors too, where the printer has them. */
  rollChanged(): void;
  onStatus(listener: (status: DeviceStatus) => void): () => void;
}
