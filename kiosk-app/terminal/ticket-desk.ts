// What taking and reprinting a ticket share: the hall, the printer, the card, and the requests still open.
import type { KioskView } from '@jiaohao/contracts/views';
import type { PrintJob, PrintOutcome } from '../wire/devices.ts';
import type { Printing } from '../wire/page.ts';
import type { CardOnReader } from './card-on-reader.ts';
import type { AskHall } from './hall-link.ts';
import type { KeptList } from './kept-list.ts';
import type { KeptTicket } from './kept-ticket.ts';
import type { Log } from './log.ts';
import type { RunningRequests } from './running-requests.ts';
import type { TicketLayout } from './ticket-layout.ts';

/** One person at the kiosk, from the first touch until the page goes back to its start. */
export interface Visit {
  hasLeft: boolean;
}

export interface TicketDesk {
  readonly hall: AskHall;
  readonly printer: { print(job: PrintJob): Promise<PrintOutcome> };
  readonly card: CardOnReader;
  readonly kept: KeptList<KeptTicket>;
  readonly running: RunningRequests;
  readonly log: Log;
  /** Aborts when the terminal ends. */
  readonly closing: AbortSignal;
  /** How long a page waits for the hall before it is told `linkLost`. */
  readonly answerLimitMs: number;
  readonly layout: TicketLayout;
  view(): KioskView | null;
  showPrinting(printing: Printing): void;
}
