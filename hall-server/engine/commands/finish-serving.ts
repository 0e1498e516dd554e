// 办理完成: serving ends without calling the next; its evaluation is asked for (rule Q18).
import type { EventBody } from '@jiaohao/contracts/events';
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import type { State } from '../state.ts';
import { finishEvents } from './close-open-ticket.ts';
import { hasTicketChanged } from './ticket-changed.ts';

export function finishServing(state: State, command: EngineCommandOf<'finishServing'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window } = access;
  if (window.openTicketId === null) return refused('noOpenTicket');
  if (hasTicketChanged(window, command.openTicketId)) return refused('ticketChanged');
  const ticket = present(state.tickets.get(window.openTicketId), 'open ticket');
  const isInferred = ticket.state === 'called';
  if (isInferred && present(state.config, 'config').policies.startServing === 'byKey') return refused('notServing');
  const startedAt = present(isInferred ? ticket.calledAt : ticket.startedAt, 'start');
  const before: EventBody[] = isInferred
    ? [{ type: 'ServingStarted', ticketId: ticket.ticketId, windowId: window.windowId, startedAt, inferred: true }]
    : [];
  const closing = finishEvents(state, window, ticket, startedAt, context.now, state.seq + 1 + before.length);
  return decided<'finishServing'>([...before, ...closing.events], { evaluation: closing.evaluation });
}
