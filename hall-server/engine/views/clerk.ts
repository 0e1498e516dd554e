// What a clerk sees of his window: the ticket, the line, his figures. Of an evaluation only whether it came, never its value.
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import { noFigures } from '../clerk-figures.ts';
import { present } from '../invariant.ts';
import { nextTicket, nextTickets, queuesOf } from '../next-ticket.ts';
import type { State, Ticket, WindowState } from '../state.ts';
import { waitingIn } from '../waiting.ts';
import { openTicket, phaseOf } from './phase.ts';

const NEXT_SHOWN_MAX = 6;
const MISSED_SHOWN_MAX = 20;

export function clerkCalls(state: State, windowId: string): ClerkCalls | null {
  const window = state.windows.get(windowId);
  if (window === undefined || state.config === null) return null;
  const ticket = openTicket(state, window);
  return {
    seq: state.seq,
    windowId,
    windowLabel: present(state.index.windows.get(windowId), 'window').label,
    staffNo: window.staffNo,
    staffName: window.staffNo === null ? null : (state.index.staff.get(window.staffNo)?.name ?? null),
    phase: phaseOf(state, window),
    pauseReason: window.paused?.reason ?? null,
    ticket: ticket === null ? null : clerkTicket(state, ticket),
    next: nextShown(state, window),
    evaluation: evaluationShown(state, window),
    missed: missedOf(state, window),
    callSeenWithinMs: state.config.policies.callSeenWithinMs,
    startServing: state.config.policies.startServing,
  };
}

export function clerkStatus(state: State, windowId: string): ClerkStatus | null {
  const window = state.windows.get(windowId);
  if (window === undefined || state.config === null) return null;
  const queues = queuesOf(state, window);
  const heads = queues.flatMap((queue) => [queue.ordinary.first, queue.priority.first]);
  const oldest = heads.flatMap((head) => (head === null ? [] : [ticketOf(state, head.ticketId).issuedAt]));
  return {
    seq: state.seq,
    hallName: state.config.hall.name,
    timeZone: state.config.hall.timeZone,
    isDayOpen: state.day?.isOpen === true,
    waiting: queues.reduce((sum, queue) => sum + waitingIn(queue), 0),
    longestWaitingSinceAt: oldest.length === 0 ? null : Math.min(...oldest),
    queues: queues.map((queue) => ({
      queueId: queue.queueId,
      name: queueName(state, queue.queueId),
      waiting: waitingIn(queue),
    })),
    nextTickets: nextTickets(state, window, NEXT_SHOWN_MAX).map(({ ticketId, isPriority }) => {
      const { ticketNumber, queueId, issuedAt } = ticketOf(state, ticketId);
      return { ticketId, ticketNumber, queueName: queueName(state, queueId), isPriority, issuedAt };
    }),
    today: {
      ...(window.staffNo === null ? noFigures() : (state.figures.get(window.staffNo) ?? noFigures())),
      pausedSinceAt: window.paused?.sinceAt ?? null,
    },
    devices: devicesFor(state, windowId),
  };
}

function clerkTicket(state: State, ticket: Ticket): ClerkCalls['ticket'] {
  const queue = present(state.index.queues.get(ticket.queueId), 'queue');
  return {
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    queueName: queue.name,
    serviceItemName:
      ticket.serviceItemId === null ? null : (state.index.serviceItems.get(ticket.serviceItemId)?.name ?? null),
    isPriority: ticket.priorityClass === 'priority',
    hasIdCard: ticket.personRef !== null,
    state: ticket.state === 'serving' ? 'serving' : 'called',
    issuedAt: ticket.issuedAt,
    callSeq: present(ticket.callSeq, 'callSeq'),
    calledAt: present(ticket.calledAt, 'calledAt'),
    callCount: ticket.callCount,
    isSeen: ticket.isSeen,
    startedAt: ticket.startedAt,
    nominalServingMs: queue.nominalServingMs,
  };
}

function nextShown(state: State, window: WindowState): ClerkCalls['next'] {
  const next = nextTicket(state, window);
  return next === null ? null : { ...next, ticketNumber: ticketOf(state, next.ticketId).ticketNumber };
}

function evaluationShown(state: State, window: WindowState): ClerkCalls['evaluation'] {
  const evaluation = window.evaluationId === null ? undefined : state.evaluations.get(window.evaluationId);
  if (evaluation === undefined || evaluation.staffNo !== window.staffNo) return null;
  const { evaluationId, ticketNumber, requestedAt } = evaluation;
  return { evaluationId, ticketNumber, state: evaluation.state, requestedAt };
}

function missedOf(state: State, window: WindowState): ClerkCalls['missed'] {
  return queuesOf(state, window)
    .flatMap((queue) => [...queue.missed].slice(-MISSED_SHOWN_MAX))
    .map((ticketId) => ticketOf(state, ticketId))
    .sort((a, b) => present(b.missedAt, 'missedAt') - present(a.missedAt, 'missedAt') || b.ticketId - a.ticketId)
    .slice(0, MISSED_SHOWN_MAX)
    .map((ticket) => ({
      ticketId: ticket.ticketId,
      ticketNumber: ticket.ticketNumber,
      queueName: queueName(state, ticket.queueId),
      missedAt: present(ticket.missedAt, 'missedAt'),
    }));
}

/** This window's own devices, and whatever is in trouble at a kiosk: somebody should go and look. */
function devicesFor(state: State, windowId: string): ClerkStatus['devices'] {
  const shown = [...state.devices.values()].filter(({ terminalId, device }) => {
    const terminal = state.index.terminals.get(terminalId);
    if (terminal === undefined) return false;
    if (terminal.role === 'window') return terminal.windowId === windowId;
    if (terminal.role !== 'kiosk') return device.windowId === windowId;
    return device.state === 'fault' || device.code !== null;
  });
  return shown.map(({ terminalId, device }) => ({ terminalId, device }));
}

function queueName(state: State, queueId: string) {
  return present(state.index.queues.get(queueId), 'queue').name;
}

function ticketOf(state: State, ticketId: number): Ticket {
  return present(state.tickets.get(ticketId), 'ticket');
}
