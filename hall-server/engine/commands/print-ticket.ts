// Issued and printed are two facts: what came of each printing, and printing once more (rule Q20).
import { decided, refused } from '../decision.ts';
import type { Decision, EngineCommandOf } from '../decision.ts';
import { reprintedTicket } from '../issued-ticket.ts';
import type { OpenTicket } from '../issued-ticket.ts';
import type { State, Ticket } from '../state.ts';

export function confirmTicketPrinted(state: State, command: EngineCommandOf<'confirmTicketPrinted'>): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refused('unknownTicket');
  const attempt = command.attempt ?? ticket.attempt;
  if (attempt > ticket.attempt) return refused('printingNotPending');
  const isKnown = attempt < ticket.attempt || ticket.printing === 'printed';
  return decided<'confirmTicketPrinted'>(
    isKnown ? [] : [{ type: 'TicketPrinted', ticketId: ticket.ticketId, attempt }],
    {},
  );
}

export function failTicketPrinting(state: State, command: EngineCommandOf<'failTicketPrinting'>): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refused('unknownTicket');
  const attempt = command.attempt ?? ticket.attempt;
  if (attempt !== ticket.attempt || ticket.printing === 'printed') return refused('printingNotPending');
  const { failure, code } = command;
  const isKnown = ticket.printing === 'failed';
  return decided<'failTicketPrinting'>(
    isKnown ? [] : [{ type: 'TicketPrintingFailed', ticketId: ticket.ticketId, attempt, failure, code }],
    {},
  );
}

export function reprintTicket(state: State, command: EngineCommandOf<'reprintTicket'>): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refused('unknownTicket');
  if (!isOpen(ticket)) return refused('ticketEnded');
  const attempt = ticket.attempt + 1;
  return decided<'reprintTicket'>([{ type: 'TicketReprinted', ticketId: ticket.ticketId, attempt }], {
    ticket: reprintedTicket(state, ticket, attempt),
  });
}

export function isOpen(ticket: Ticket): ticket is OpenTicket {
  return ticket.state !== 'finished' && ticket.state !== 'expired';
}
