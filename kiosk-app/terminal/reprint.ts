// Prints a ticket again, as its next attempt: the hall counts it, and the paper is marked.
import type { HallReply } from './hall-reply.ts';
import { internalError } from './hall-reply.ts';
import type { ReprintRequest, TakeTicketOutcome } from '../wire/page.ts';
import { printTicket } from './print-ticket.ts';
import type { TicketDesk, Visit } from './ticket-desk.ts';

/**
 * Never rejects; outcomes as of takeTicket. Not kept on disk before it is answered: repeating it after a restart could
 * only count an attempt that nobody waits for.
 */
export async function reprintTicket(
  desk: TicketDesk,
  request: ReprintRequest,
  visit: Visit,
): Promise<TakeTicketOutcome> {
  const { requestId, ticketId } = request;
  return desk.running.join(requestId, desk.answerLimitMs, () => {
    if (desk.hall.state !== 'up') {
      return { answered: Promise.resolve(), outcome: Promise.resolve({ type: 'linkLost' }) };
    }
    const answered = desk.hall.ask<'reprintTicket'>({ type: 'reprintTicket', requestId, ticketId }, desk.closing);
    return { answered, outcome: answered.then((reply) => settle(desk, requestId, reply, visit)) };
  });
}

async function settle(
  desk: TicketDesk,
  requestId: string,
  reply: HallReply<'reprintTicket'> | null,
  visit: Visit,
): Promise<TakeTicketOutcome> {
  if (reply === null) return { type: 'linkLost' };
  if (reply.ok) return printTicket(desk, requestId, reply.result.ticket, visit);
  if ('refusal' in reply) return { type: 'refused', refusal: reply.refusal };
  desk.log.error({ requestId, code: reply.error.code, field: reply.error.field }, 'The hall did not accept a request');
  return { type: 'refused', refusal: internalError() };
}
