// 过号重排: a missed ticket comes back in line, directly behind the third of its queue and class (rule Q15).
import { actorOf, windowOfClerk } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import { linesOf } from '../queue-lines.ts';
import type { State, Ticket } from '../state.ts';
import { peopleAhead } from '../waiting.ts';
import { ticketAt } from '../waiting-line.ts';

export function requeueTicket(state: State, command: EngineCommandOf<'requeueTicket'>, context: Context): Decision {
  if (state.day?.isOpen !== true) return refused('dayNotOpen');
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refused('unknownTicket');
  if (ticket.state !== 'missed') return refused('notMissed');
  if (!mayRequeue(state, ticket, context)) return refused('notYourWindow');

  const queue = present(state.queues.get(ticket.queueId), 'queue');
  const { requeueBehind, priorityInRowMax } = present(state.config, 'config').policies;
  const { own, other } = linesOf(queue, ticket.priorityClass);
  const behindTicketId = ticketAt(own, requeueBehind - 1);
  const sameClassAhead = behindTicketId === null ? own.places.size : requeueBehind;
  const ahead = peopleAhead(ticket.priorityClass, sameClassAhead, other.places.size, priorityInRowMax);
  return decided<'requeueTicket'>([{ type: 'TicketRequeued', ticketId: ticket.ticketId, behindTicketId }], {
    ticketId: ticket.ticketId,
    peopleAhead: ahead,
  });
}

/** A clerk whose window calls from that queue, or an administrator. */
function mayRequeue(state: State, ticket: Ticket, context: Context): boolean {
  const actor = actorOf(context.who);
  if (actor.kind !== 'clerk') return actor.kind === 'admin';
  const window = windowOfClerk(state, actor.staffNo);
  return window !== null && (state.index.windows.get(window.windowId)?.queueIds.includes(ticket.queueId) ?? false);
}
