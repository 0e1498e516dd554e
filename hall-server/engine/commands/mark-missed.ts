// 过号: the applicant did not come; a call that nobody could see is not a no-show (rule Q14).
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import type { State, Ticket } from '../state.ts';
import { hasTicketChanged } from './ticket-changed.ts';

export function markMissed(state: State, command: EngineCommandOf<'markMissed'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window } = access;
  if (window.openTicketId === null) return refused('noOpenTicket');
  if (hasTicketChanged(window, command.openTicketId)) return refused('ticketChanged');
  const ticket = present(state.tickets.get(window.openTicketId), 'open ticket');
  if (ticket.state === 'serving') return refused('alreadyServing');
  if (!mayMarkMissed(state, ticket, command.isWatched, context.now)) return refused('callNotSeen');
  const { ticketId, isSeen } = ticket;
  return decided<'markMissed'>([{ type: 'TicketMissed', ticketId, windowId: window.windowId, seen: isSeen }], {});
}

/** Seen by a display, or no live display serves the zone, or the call is old enough (rule Q14). */
export function mayMarkMissed(state: State, ticket: Ticket, isWatched: boolean, now: number): boolean {
  if (ticket.isSeen || !isWatched) return true;
  const { callSeenWithinMs } = present(state.config, 'config').policies;
  return now - present(ticket.calledAt, 'calledAt') >= callSeenWithinMs;
}
