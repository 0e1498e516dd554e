// Prints a ticket that the hall has made durable, and sees to it that the hall learns the outcome.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { PrintOutcome } from '../wire/devices.ts';
import type { TakeTicketOutcome } from '../wire/page.ts';
import { askUntilSettled } from './ask-until-settled.ts';
import type { PrintingOver } from './kept-ticket.ts';
import type { TicketDesk, Visit } from './ticket-desk.ts';
import { ticketLines } from './ticket-layout.ts';

/** Codes of ours for a ticket that was not printed; the others are the printer's. */
export const PERSON_LEFT = 'personLeft';
export const TERMINAL_RESTARTED = 'terminalRestarted';
const NO_VIEW = 'noView';

/**
 * One attempt, once: `unknown` is never printed again by itself. Where the person has left, nothing is printed and the
 * hall is told so.
 */
export async function printTicket(
  desk: TicketDesk,
  requestId: string,
  ticket: IssuedTicket,
  visit: Visit,
): Promise<TakeTicketOutcome> {
  const attempt = { requestId, ticketId: ticket.ticketId, attempt: ticket.attempt };
  const view = desk.view();
  if (visit.hasLeft || view === null) {
    const code = visit.hasLeft ? PERSON_LEFT : NO_VIEW;
    reportPrinting(desk, { stage: 'failed', ...attempt, failure: 'notPrinted', code });
    return { type: 'notPrinted', ticket, printing: 'failed', code };
  }
  desk.kept.put({ stage: 'printing', ...attempt });
  desk.showPrinting({ requestId, ticket });
  const key = `${ticket.ticketId}-${ticket.attempt}`;
  const outcome = await desk.printer.print({ key, lines: ticketLines(ticket, view, desk.layout) });
  desk.log.info({ ticketNumber: ticket.ticketNumber, key, outcome }, 'Ticket printing ended');
  if (!desk.closing.aborted) reportPrinting(desk, printingOver(attempt, outcome));
  switch (outcome.state) {
    case 'confirmed':
    case 'assumed':
      return { type: 'printed', ticket };
    case 'failedBeforePrint':
      return { type: 'notPrinted', ticket, printing: 'failed', code: outcome.code };
    case 'unknown':
      return { type: 'notPrinted', ticket, printing: 'unknown', code: outcome.code };
  }
}

function printingOver(
  attempt: { requestId: string; ticketId: number; attempt: number },
  outcome: PrintOutcome,
): PrintingOver {
  switch (outcome.state) {
    case 'confirmed':
    case 'assumed':
      return { stage: 'printed', ...attempt };
    case 'failedBeforePrint':
      return { stage: 'failed', ...attempt, failure: 'notPrinted', code: outcome.code };
    case 'unknown':
      return { stage: 'failed', ...attempt, failure: 'unknown', code: outcome.code };
  }
}

/** Kept until the hall has acknowledged it. The page does not wait for this. */
export function reportPrinting(desk: TicketDesk, over: PrintingOver): void {
  desk.kept.put(over);
  void tellHall(desk, over);
}

async function tellHall(desk: TicketDesk, over: PrintingOver): Promise<void> {
  const { ticketId, attempt } = over;
  // Made of what it reports, so that a repetition after a restart carries the same id.
  const requestId = `${over.stage}-${ticketId}-${attempt}`;
  const reply =
    over.stage === 'printed'
      ? await askUntilSettled(
          desk.hall,
          { type: 'confirmTicketPrinted', requestId, ticketId, attempt },
          desk.log,
          desk.closing,
        )
      : await askUntilSettled(
          desk.hall,
          { type: 'failTicketPrinting', requestId, ticketId, attempt, failure: over.failure, code: over.code },
          desk.log,
          desk.closing,
        );
  if (reply === null) return;
  if (!reply.ok) desk.log.warn({ requestId, reply }, 'The hall did not take the outcome of a printing');
  desk.kept.remove(over.requestId);
}
