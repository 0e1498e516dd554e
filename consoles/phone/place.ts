// A phone finds its own place in what everybody in its queue is told: people ahead by rule Q16, the wait by rule Q17.
import type { QueueProgress } from '@jiaohao/contracts/views';

export interface Place {
  readonly peopleAhead: number;
  /** The line is longer than what is told of it: at least so many. */
  readonly isAtLeast: boolean;
  /** Null when nobody is ahead and a window is free. */
  readonly estimatedWaitMs: number | null;
}

/** Null for a ticket that does not wait in this queue, as far as is told. */
export function placeIn(progress: QueueProgress, ticketId: number): Place | null {
  const { ordinary, priority, ordinaryWaiting, priorityWaiting, priorityInRowMax } = progress;
  const first = priority.indexOf(ticketId);
  if (first >= 0) {
    const others = Math.min(ordinaryWaiting, Math.floor(first / priorityInRowMax));
    return placeBehind(progress, first + others);
  }
  const index = ordinary.indexOf(ticketId);
  if (index >= 0) return placeBehind(progress, index + Math.min(priorityWaiting, priorityInRowMax * (index + 1)));
  const isLonger = ordinaryWaiting > ordinary.length || priorityWaiting > priority.length;
  if (!isLonger) return null;
  return { ...placeBehind(progress, Math.max(ordinary.length, priority.length)), isAtLeast: true };
}

function placeBehind({ windows, isWindowFree, servingMs }: QueueProgress, peopleAhead: number): Place {
  const isFree = peopleAhead === 0 && isWindowFree;
  const estimatedWaitMs = isFree ? null : Math.round(((peopleAhead + 1) * servingMs) / Math.max(1, windows));
  return { peopleAhead, isAtLeast: false, estimatedWaitMs };
}

const MINUTE_MS = 60_000;

/** Whole minutes, rounded up: never promised shorter than reckoned. */
export function waitMinutes(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / MINUTE_MS));
}
