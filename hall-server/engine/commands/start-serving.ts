// 开始办理: the applicant has come to the window (rule Q9).
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import type { State } from '../state.ts';
import { hasTicketChanged } from './ticket-changed.ts';

export function startServing(state: State, command: EngineCommandOf<'startServing'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window } = access;
  if (window.openTicketId === null) return refused('noOpenTicket');
  if (hasTicketChanged(window, command.openTicketId)) return refused('ticketChanged');
  const ticket = present(state.tickets.get(window.openTicketId), 'open ticket');
  if (ticket.state === 'serving') return refused('alreadyServing');
  return decided<'startServing'>(
    [
      {
        type: 'ServingStarted',
        ticketId: ticket.ticketId,
        windowId: window.windowId,
        startedAt: context.now,
        inferred: false,
      },
    ],
    {},
  );
}
