// 重呼: the same ticket is called again; its state stays, the call is a new one that must be seen anew (rule Q9).
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import type { State } from '../state.ts';
import { hasTicketChanged } from './ticket-changed.ts';

export function recall(state: State, command: EngineCommandOf<'recall'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window, staffNo } = access;
  if (window.openTicketId === null) return refused('noOpenTicket');
  if (hasTicketChanged(window, command.openTicketId)) return refused('ticketChanged');
  const ticket = present(state.tickets.get(window.openTicketId), 'open ticket');
  if (ticket.state === 'serving') return refused('alreadyServing');
  const callSeq = state.seq + 1;
  const callCount = ticket.callCount + 1;
  const { ticketId, ticketNumber, queueId } = ticket;
  return decided<'recall'>(
    [{ type: 'TicketRecalled', callSeq, ticketId, windowId: window.windowId, callCount, staffNo }],
    {
      ticket: { ticketId, ticketNumber, queueId, callSeq, callCount },
    },
  );
}
