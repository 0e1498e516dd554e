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
  | { readonly type: 'qr'; readonly data: string; readonly moduleDots?: number; readonly align?: PrintAlign };

export interface PrintJob {
  /** The same key is never printed twice by one driver: a job's key is (ticketId, attempt). */
  readonly key: string;
  readonly lines: readonly PrintLine[];
}

export type PrintOutcome =
  /** The printer itself said that the data before the mark was processed. */
  | { readonly state: 'confirmed'; readonly by: 'processId' | 'fence' }
  /** Nothing of this job reached the paper: printing again is safe. */
  | { readonly state: 'failedBeforePrint'; readonly code: DeviceErrorCode }
  /** Something may be on the paper. Never printed again by itself; a person decides and the reprint is marked 补打. */
  | { readonly state: 'unknown'; readonly code: DeviceErrorCode };

export interface TicketPrinter {
  readonly status: DeviceStatus;
  /** Opens the port and watches the printer's status; takes the port up again whenever it returns. */
  start(): void;
  stop(): Promise<void>;
  /** One job at a time, in order of the calls. Never rejects. A key already printed resolves with its first outcome. */
  print(job: PrintJob): Promise<PrintOutcome>;
  onStatus(listener: (status: DeviceStatus) => void): () => void;
}
