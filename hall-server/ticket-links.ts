// The links of tickets: a token that only the hall can make, kept nowhere, and good for that ticket alone while its day lasts.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Command } from '@jiaohao/contracts/commands';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { LinkToken, phoneLink } from '@jiaohao/contracts/ticket-link';
import type { HallAnswer } from './hall-door.ts';

/** 128 bits: nobody guesses one, however fast the network. */
const MARK_BYTES = 16;

/** A restored backup may give the same ticketId again, but not at the same instant. */
type Issued = Pick<IssuedTicket, 'ticketId' | 'issuedAt'>;

export function linkTokenOf(key: KeyObject, ticket: Issued): string {
  return `${ticket.ticketId.toString(36)}.${markOf(key, ticket)}`;
}

/** The ticket of a good token; null for every other text. `find`: the tickets of today. */
export function ticketOfToken<T extends Issued>(
  key: KeyObject,
  token: string,
  find: (ticketId: number) => T | undefined,
): T | null {
  if (!LinkToken.safeParse(token).success) return null;
  const [id = '', mark = ''] = token.split('.');
  const ticket = find(Number.parseInt(id, 36));
  // Whether a ticketId exists is no secret: they are numbered. The mark is.
  if (ticket === undefined) return null;
  return timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(key, ticket))) ? ticket : null;
}

/** The answer with the link in it, where it is one that a kiosk prints. */
export function withPhoneLink(answer: HallAnswer, type: Command['type'], key: KeyObject, address: string): HallAnswer {
  if (!answer.ok || !isPrinted(type) || !('ticket' in answer.result)) return answer;
  // What these two answer is an IssuedTicket: contracts/commands.ts.
  const ticket = answer.result.ticket as IssuedTicket;
  return { ok: true, result: { ticket: { ...ticket, phoneLink: phoneLink(address, linkTokenOf(key, ticket)) } } };
}

export function isPrinted(type: Command['type']): boolean {
  return type === 'issueTicket' || type === 'reprintTicket';
}

/** As text of a fixed length. */
function markOf(key: KeyObject, { ticketId, issuedAt }: Issued): string {
  const mark = createHmac('sha256', key).update(`jiaohao ticket link ${ticketId} ${issuedAt}`).digest();
  return mark.subarray(0, MARK_BYTES).toString('base64url');
}
