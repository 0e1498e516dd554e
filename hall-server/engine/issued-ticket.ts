// The answer that a kiosk prints and shows: made from the event, so that a reprint says the same.
import type { EventBody } from '@jiaohao/contracts/events';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { present } from './invariant.ts';
import type { State, Ticket } from './state.ts';
import { estimatedWaitMs, peopleAheadOf } from './waiting.ts';

/** A ticket that has not ended. */
export type OpenTicket = Ticket & { readonly state: IssuedTicket['state'] };

export function issuedTicket(
  state: State,
  event: Extract<EventBody, { type: 'TicketIssued' }>,
  issuedAt: number,
): IssuedTicket {
  return {
    ticketId: event.ticketId,
    ticketNumber: event.ticketNumber,
    queueId: event.queueId,
    serviceItemId: event.serviceItemId,
    zoneId: present(state.index.queues.get(event.queueId), 'queue').zoneId,
    isPriority: event.priorityClass === 'priority',
    state: 'waiting',
    issuedAt,
    peopleAhead: event.peopleAhead,
    estimatedWaitMs: event.estimatedWaitMs,
    attempt: 1,
  };
}

/** A ticket printed once more, with the people ahead as they are now. */
export function reprintedTicket(state: State, ticket: OpenTicket, attempt: number): IssuedTicket {
  const queue = present(state.queues.get(ticket.queueId), 'queue');
  const ahead = peopleAheadOf(state, ticket);
  return {
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    queueId: ticket.queueId,
    serviceItemId: ticket.serviceItemId,
    zoneId: present(state.index.queues.get(ticket.queueId), 'queue').zoneId,
    isPriority: ticket.priorityClass === 'priority',
    state: ticket.state,
    issuedAt: ticket.issuedAt,
    peopleAhead: ahead,
    estimatedWaitMs: ticket.state === 'waiting' ? estimatedWaitMs(state, queue, ahead) : null,
    attempt,
  };
}
