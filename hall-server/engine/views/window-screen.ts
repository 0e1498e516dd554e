// What the screen above a window shows: its number, its call, and who should get ready.
import type { WindowScreenCalls, WindowScreenStatus } from '@jiaohao/contracts/views';
import { present } from '../invariant.ts';
import { nextTickets } from '../next-ticket.ts';
import type { State, WindowState } from '../state.ts';
import { openTicket, phaseOf } from './phase.ts';

const GET_READY_MAX = 2;

export function windowScreenCalls(state: State, windowId: string): WindowScreenCalls | null {
  const window = state.windows.get(windowId);
  if (window === undefined) return null;
  const ticket = openTicket(state, window);
  return {
    seq: state.seq,
    phase: phaseOf(state, window),
    ticketNumber: ticket?.ticketNumber ?? null,
    callSeq: ticket?.callSeq ?? null,
    calledAt: ticket?.calledAt ?? null,
    callCount: ticket?.callCount ?? 0,
  };
}

export function windowScreenStatus(state: State, windowId: string): WindowScreenStatus | null {
  const window = state.windows.get(windowId);
  if (window === undefined || state.config === null) return null;
  const { label } = present(state.index.windows.get(windowId), 'window');
  return {
    seq: state.seq,
    windowLabel: label,
    hallName: state.config.hall.name,
    timeZone: state.config.hall.timeZone,
    services: servicesOf(state, windowId),
    staffNo: window.staffNo,
    getReady: isCalling(window) ? numbersOf(state, window) : [],
  };
}

export function servicesOf(state: State, windowId: string) {
  const { queueIds } = present(state.index.windows.get(windowId), 'window');
  return queueIds.map((queueId) => present(state.index.queues.get(queueId), 'queue').name);
}

function isCalling(window: WindowState): boolean {
  return window.staffNo !== null && window.paused === null;
}

function numbersOf(state: State, window: WindowState): string[] {
  return nextTickets(state, window, GET_READY_MAX).map(
    ({ ticketId }) => present(state.tickets.get(ticketId), 'next ticket').ticketNumber,
  );
}
