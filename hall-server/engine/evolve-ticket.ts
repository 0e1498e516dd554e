// What ticket events make of tickets, lines, windows and boards.
import type { EventOf } from '@jiaohao/contracts/events';
import { figuresOf } from './clerk-figures.ts';
import { present } from './invariant.ts';
import { ordinaryWaits, runAfter } from './next-ticket.ts';
import { windowOf } from './evolve-window.ts';
import { linesOf } from './queue-lines.ts';
import { boardsOf, listCall, ticketOfCall, unlistCall, updateCall } from './board-calls.ts';
import type { QueueState, State, Ticket, WindowState } from './state.ts';
import { withServing } from './waiting.ts';
import { joinBehind, joinLine, leaveLine } from './waiting-line.ts';

const RECENT_WAITS = 20;

export function ticketIssued(state: State, event: EventOf<'TicketIssued'>): void {
  const queue = queueOf(state, event.queueId);
  const { ticketId, ticketNumber, queueId, serviceItemId, personRef, priorityClass } = event;
  state.tickets.set(ticketId, {
    ticketId,
    ticketNumber,
    queueId,
    serviceItemId,
    personRef,
    priorityClass,
    issuedAt: event.at,
    state: 'waiting',
    attempt: 1,
    printing: 'pending',
    windowId: null,
    callSeq: null,
    callCount: 0,
    calledAt: null,
    isSeen: false,
    startedAt: null,
    missedAt: null,
    evaluationId: null,
  });
  queue.lastNumber++;
  joinLine(linesOf(queue, priorityClass).own, ticketId, ticketId);
  if (personRef !== null) state.holding.set(`${personRef} ${queueId}`, ticketId);
}

export function ticketCalled(
  state: State,
  ticket: Ticket,
  event: EventOf<'TicketCalled'> | EventOf<'TicketRecalled'>,
): void {
  const window = windowOf(state, event.windowId);
  if (event.type === 'TicketCalled') takeFromLine(state, window, ticket, event.at);
  ticket.state = 'called';
  ticket.windowId = event.windowId;
  ticket.callSeq = event.callSeq;
  ticket.callCount = event.callCount;
  ticket.calledAt = event.at;
  ticket.isSeen = false;
  window.openTicketId = ticket.ticketId;
  const { label, zoneId } = present(state.index.windows.get(event.windowId), 'window');
  const { ticketId, ticketNumber } = ticket;
  const call = {
    callSeq: event.callSeq,
    ticketId,
    ticketNumber,
    windowLabel: label,
    calledAt: event.at,
    callCount: event.callCount,
    startedAt: null,
  };
  for (const board of boardsOf(zoneId)) listCall(state, board, call);
}

function takeFromLine(state: State, window: WindowState, ticket: Ticket, at: number): void {
  const queue = queueOf(state, ticket.queueId);
  const isPriority = ticket.priorityClass === 'priority';
  window.priorityRun = runAfter(window.priorityRun, isPriority, ordinaryWaits(state, window));
  leaveLine(linesOf(queue, ticket.priorityClass).own, ticket.ticketId);
  if (ticket.callCount === 0) {
    state.recentWaitsMs.push(at - ticket.issuedAt);
    if (state.recentWaitsMs.length > RECENT_WAITS) state.recentWaitsMs.shift();
  }
}

export function callSeen(state: State, event: EventOf<'CallSeen'>): void {
  present(ticketOfCall(state, event.callSeq), 'ticket of the call').isSeen = true;
}

export function servingStarted(state: State, ticket: Ticket, event: EventOf<'ServingStarted'>): void {
  ticket.state = 'serving';
  ticket.startedAt = event.startedAt;
  updateCall(state, ticket.ticketId, { startedAt: event.startedAt });
}

export function servingFinished(state: State, ticket: Ticket, event: EventOf<'ServingFinished'>): void {
  ticket.state = 'finished';
  const window = windowOf(state, event.windowId);
  window.openTicketId = null;
  window.lastServedTicketId = ticket.ticketId;
  const figures = figuresOf(state, event.staffNo);
  figures.finished++;
  figures.servingMsTotal += event.servingMs;
  const queue = queueOf(state, ticket.queueId);
  queue.servings = withServing(queue.servings, event.servingMs);
  letGo(state, ticket);
}

export function ticketMissed(state: State, ticket: Ticket, event: EventOf<'TicketMissed'>): void {
  ticket.state = 'missed';
  ticket.missedAt = event.at;
  windowOf(state, event.windowId).openTicketId = null;
  queueOf(state, ticket.queueId).missed.add(ticket.ticketId);
  unlistCall(state, ticket.ticketId);
}

export function ticketRequeued(state: State, ticket: Ticket, event: EventOf<'TicketRequeued'>): void {
  const queue = queueOf(state, ticket.queueId);
  ticket.state = 'waiting';
  ticket.windowId = null;
  queue.missed.delete(ticket.ticketId);
  joinBehind(linesOf(queue, ticket.priorityClass).own, ticket.ticketId, event.behindTicketId, event.seq);
}

export function ticketExpired(state: State, ticket: Ticket): void {
  const queue = queueOf(state, ticket.queueId);
  leaveLine(linesOf(queue, ticket.priorityClass).own, ticket.ticketId);
  queue.missed.delete(ticket.ticketId);
  if (ticket.windowId !== null) {
    // A missed ticket remembers a window that a new configuration may have taken away.
    const window = state.windows.get(ticket.windowId);
    if (window?.openTicketId === ticket.ticketId) window.openTicketId = null;
  }
  ticket.state = 'expired';
  letGo(state, ticket);
}

function letGo(state: State, ticket: Ticket): void {
  if (ticket.personRef !== null) state.holding.delete(`${ticket.personRef} ${ticket.queueId}`);
}

function queueOf(state: State, queueId: string): QueueState {
  return present(state.queues.get(queueId), `queue ${queueId}`);
}
