// What a window is doing, in one word.
import type { WindowPhase } from '@jiaohao/contracts/views';
import { present } from '../invariant.ts';
import type { State, Ticket, WindowState } from '../state.ts';

/** A ticket still open at a paused window is shown: people are there. */
export function phaseOf(state: State, window: WindowState): WindowPhase {
  if (window.staffNo === null) return 'closed';
  const ticket = openTicket(state, window);
  if (ticket !== null) return ticket.state === 'serving' ? 'serving' : 'called';
  return window.paused === null ? 'free' : 'paused';
}

export function openTicket(state: State, window: WindowState): Ticket | null {
  return window.openTicketId === null ? null : present(state.tickets.get(window.openTicketId), 'open ticket');
}
