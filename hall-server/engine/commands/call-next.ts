// 顺呼: closes what is open at the window, then calls the next by rule (rules Q10 to Q13).
import type { EventBody } from '@jiaohao/contracts/events';
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import { nextTicket } from '../next-ticket.ts';
import type { State, Ticket, WindowState } from '../state.ts';
import { finishEvents } from './close-open-ticket.ts';
import type { Closing } from './close-open-ticket.ts';
import { mayMarkMissed } from './mark-missed.ts';
import { hasTicketChanged } from './ticket-changed.ts';

export function callNext(state: State, command: EngineCommandOf<'callNext'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window, staffNo } = access;
  if (window.paused !== null) return refused('windowPaused');
  if (hasTicketChanged(window, command.openTicketId)) return refused('ticketChanged');

  const closing = closeOpen(state, window, command.isWatched, context.now);
  if (closing === null) return refused('callNotSeen');
  const next = nextTicket(state, window);
  if (next === null && window.openTicketId === null) return refused('queueEmpty');
  if (next === null) return decided<'callNext'>(closing.events, { ticket: null, evaluation: closing.evaluation });

  const ticket = present(state.tickets.get(next.ticketId), 'next ticket');
  const callSeq = state.seq + closing.events.length + 1;
  const called: EventBody = {
    type: 'TicketCalled',
    callSeq,
    ticketId: ticket.ticketId,
    windowId: window.windowId,
    callCount: ticket.callCount + 1,
    staffNo,
  };
  const { ticketId, ticketNumber, queueId } = ticket;
  return decided<'callNext'>([...closing.events, called], {
    ticket: { ticketId, ticketNumber, queueId, callSeq, callCount: called.callCount },
    evaluation: closing.evaluation,
  });
}

/** What ends the ticket still open at the window; null when it may not be ended yet (rule Q10). */
function closeOpen(state: State, window: WindowState, isWatched: boolean, now: number): Closing | null {
  if (window.openTicketId === null) return { events: [], evaluation: null };
  const ticket = present(state.tickets.get(window.openTicketId), 'open ticket');
  if (ticket.state === 'serving') {
    return finishEvents(state, window, ticket, present(ticket.startedAt, 'startedAt'), now, state.seq + 1);
  }
  return present(state.config, 'config').policies.startServing === 'inferred'
    ? inferServing(state, window, ticket, now)
    : closeAsMissed(state, window, ticket, isWatched, now);
}

/** Nobody pressed start: it is put at the last call, and says so. */
function inferServing(state: State, window: WindowState, ticket: Ticket, now: number): Closing {
  const startedAt = present(ticket.calledAt, 'calledAt');
  const started: EventBody = {
    type: 'ServingStarted',
    ticketId: ticket.ticketId,
    windowId: window.windowId,
    startedAt,
    inferred: true,
  };
  const finishing = finishEvents(state, window, ticket, startedAt, now, state.seq + 2);
  return { events: [started, ...finishing.events], evaluation: finishing.evaluation };
}

function closeAsMissed(
  state: State,
  window: WindowState,
  ticket: Ticket,
  isWatched: boolean,
  now: number,
): Closing | null {
  if (!mayMarkMissed(state, ticket, isWatched, now)) return null;
  const { ticketId, isSeen } = ticket;
  return { events: [{ type: 'TicketMissed', ticketId, windowId: window.windowId, seen: isSeen }], evaluation: null };
}
