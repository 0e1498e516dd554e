// How many are ahead and how long it may take (rules Q16, Q17).
import type { PriorityClass } from '@jiaohao/contracts/ticket';
import { present } from './invariant.ts';
import { linesOf } from './queue-lines.ts';
import type { QueueState, State, Ticket, WindowState } from './state.ts';
import { countAhead } from './waiting-line.ts';

/** Rule Q16: the alternation of two priority calls to one ordinary, counted from zero within the queue. */
export function peopleAhead(
  own: PriorityClass,
  sameClassAhead: number,
  otherClassWaiting: number,
  inRowMax: number,
): number {
  return own === 'ordinary'
    ? sameClassAhead + Math.min(otherClassWaiting, inRowMax * (sameClassAhead + 1))
    : sameClassAhead + Math.min(otherClassWaiting, Math.floor(sameClassAhead / inRowMax));
}

/** For a ticket that would join now. */
export function peopleAheadOfNew(state: State, queue: QueueState, priorityClass: PriorityClass): number {
  const inRowMax = present(state.config, 'config').policies.priorityInRowMax;
  const { own, other } = linesOf(queue, priorityClass);
  return peopleAhead(priorityClass, own.places.size, other.places.size, inRowMax);
}

/** For a ticket that waits; 0 for one that does not. */
export function peopleAheadOf(state: State, ticket: Ticket): number {
  if (ticket.state !== 'waiting') return 0;
  const queue = present(state.queues.get(ticket.queueId), 'queue');
  const inRowMax = present(state.config, 'config').policies.priorityInRowMax;
  const { own, other } = linesOf(queue, ticket.priorityClass);
  return peopleAhead(ticket.priorityClass, countAhead(own, ticket.ticketId), other.places.size, inRowMax);
}

export function waitingIn(queue: QueueState): number {
  return queue.ordinary.places.size + queue.priority.places.size;
}

/**
 * Rule Q17: serving time of the queue times the people up to and including oneself, over the windows that call from it.
 * Milliseconds; null when nobody is ahead and such a window is free.
 */
export function estimatedWaitMs(state: State, queue: QueueState, ahead: number): number | null {
  const windows = callingWindows(state, queue);
  if (ahead === 0 && windows.some((window) => window.openTicketId === null)) return null;
  return Math.round(((ahead + 1) * meanServingMs(state, queue)) / Math.max(1, windows.length));
}

export function callingWindows(state: State, queue: QueueState): WindowState[] {
  return (state.index.windowsOfQueue.get(queue.queueId) ?? [])
    .map((windowId) => present(state.windows.get(windowId), 'window'))
    .filter((window) => window.staffNo !== null && window.paused === null);
}

export function meanServingMs(state: State, queue: QueueState): number {
  return queue.servings.count > 0
    ? queue.servings.meanMs
    : present(state.index.queues.get(queue.queueId), 'queue').nominalServingMs;
}

/** Weight of the newest serving once twenty are known; before that a plain mean. */
export function withServing(servings: QueueState['servings'], servingMs: number): QueueState['servings'] {
  const count = servings.count + 1;
  return { count, meanMs: servings.meanMs + (servingMs - servings.meanMs) / Math.min(count, 20) };
}
