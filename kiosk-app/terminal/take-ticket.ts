// From the touch to the printed ticket: asked once, durable in the hall before the printer moves, printed for the person who is still there.
import type { HallRequest } from './hall-reply.ts';
import type { CardRead } from '../wire/devices.ts';
import type { IdentityRead } from './card-on-reader.ts';
import type { TakeTicketOutcome, TakeTicketRequest } from '../wire/page.ts';
import { internalError, type HallReply } from './hall-reply.ts';
import type { AskedTicket } from './kept-ticket.ts';
import { printTicket } from './print-ticket.ts';
import type { TicketDesk, Visit } from './ticket-desk.ts';

/** Later than this after the touch the hall makes no number: nobody waits at the kiosk any more. */
export const TOUCH_IS_GOOD_FOR_MS = 30_000;

/**
 * Takes a ticket for a touch. Never rejects. The same requestId again joins what runs under it.
 * `cardGone`: a card was to be used and none lies there. `linkLost`: the hall is not connected (then nothing was sent),
 * or did not answer in time; then the request is asked on, and a number that comes while this visit lasts is
 * announced by `showPrinting` and printed, one that comes later is reported as not printed.
 */
export async function takeTicket(
  desk: TicketDesk,
  request: TakeTicketRequest,
  visit: Visit,
): Promise<TakeTicketOutcome> {
  return desk.running.join(request.requestId, desk.answerLimitMs, () => {
    const card = request.withCard ? desk.card.current() : null;
    if (request.withCard && card === null) return atOnce({ type: 'cardGone' });
    if (desk.hall.state !== 'up') return atOnce({ type: 'linkLost' });
    const asked = askedBefore(desk, request.requestId) ?? keptRequest(request, desk.hall.now());
    desk.kept.put(asked);
    const identity = card ?? typedBy(request);
    const answered = desk.hall.ask<'issueTicket'>(issueCommand(asked, identity), desk.closing);
    return { answered, outcome: answered.then((reply) => settle(desk, request.requestId, reply, visit, card)) };
  });
}

function atOnce(outcome: TakeTicketOutcome): { answered: Promise<void>; outcome: Promise<TakeTicketOutcome> } {
  return { answered: Promise.resolve(), outcome: Promise.resolve(outcome) };
}

/** Asked by a page that outlived the terminal: the same bytes again, or the hall takes it for another request. */
function askedBefore(desk: TicketDesk, requestId: string): AskedTicket | null {
  const kept = desk.kept.items().find((item) => item.requestId === requestId);
  return kept?.stage === 'asked' ? kept : null;
}

function keptRequest(request: TakeTicketRequest, touchedAt: number): AskedTicket {
  const { requestId, serviceItemId, queueId, withCard, typedIdNumber } = request;
  return {
    stage: 'asked',
    requestId,
    ...(serviceItemId === undefined ? {} : { serviceItemId }),
    ...(queueId === undefined ? {} : { queueId }),
    withCard: withCard || typedIdNumber !== undefined,
    touchedAt,
  };
}

interface TypedIdentity {
  readonly typedIdNumber: string;
}

function typedBy({ typedIdNumber }: TakeTicketRequest): TypedIdentity | null {
  return typedIdNumber === undefined ? null : { typedIdNumber };
}

/** The command of a kept request; the same request gives the same bytes, as its id demands. */
export function issueCommand(
  asked: AskedTicket,
  identity: IdentityRead | TypedIdentity | null,
): HallRequest<'issueTicket'> {
  const { requestId, serviceItemId, queueId, touchedAt } = asked;
  return {
    type: 'issueTicket',
    requestId,
    ...(serviceItemId === undefined ? {} : { serviceItemId }),
    ...(queueId === undefined ? {} : { queueId }),
    ...(identity === null ? {} : identityOf(identity)),
    notAfter: touchedAt + TOUCH_IS_GOOD_FOR_MS,
  };
}

function identityOf(
  read: IdentityRead | TypedIdentity,
): Pick<HallRequest<'issueTicket'>, 'idCard' | 'document' | 'typedIdNumber'> {
  if ('typedIdNumber' in read) return { typedIdNumber: read.typedIdNumber };
  if (!('documentKind' in read)) return { idCard: idCardOf(read) };
  const { documentKind: kind, issuer, number, name, birth } = read;
  return { document: { kind, issuer, number, name, ...(birth === null ? {} : { birth }) } };
}

function idCardOf({ idNumber, name, birth }: CardRead): { idNumber: string; name: string; birth?: string } {
  return { idNumber, name, ...(birth === null ? {} : { birth }) };
}

async function settle(
  desk: TicketDesk,
  requestId: string,
  reply: HallReply<'issueTicket'> | null,
  visit: Visit,
  card: IdentityRead | null,
): Promise<TakeTicketOutcome> {
  // The terminal ends: what is kept is taken up by the next start (recover-tickets.ts).
  if (reply === null) return { type: 'linkLost' };
  if (reply.ok) {
    // Used. What was laid meanwhile is somebody else's.
    if (card !== null && desk.card.current() === card) desk.card.forget();
    return printTicket(desk, requestId, reply.result.ticket, visit);
  }
  desk.kept.remove(requestId);
  if ('refusal' in reply) return { type: 'refused', refusal: reply.refusal };
  desk.log.error({ requestId, code: reply.error.code, field: reply.error.field }, 'The hall did not accept a request');
  return { type: 'refused', refusal: internalError() };
}
