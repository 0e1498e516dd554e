// Whom a window calls next (rules Q11 to Q13): looks at the heads of its lines only.
import { present } from './invariant.ts';
import type { QueueState, State, WindowState } from './state.ts';
import type { Place } from './waiting-line.ts';

/** The heads a window chooses from; `priority` and `ordinary` run in the order of its queues. */
interface Heads {
  readonly priority: (Place | null)[];
  readonly ordinary: (Place | null)[];
}

export interface NextTicket {
  readonly ticketId: number;
  readonly isPriority: boolean;
}

/** Null when nobody waits for this window. */
export function nextTicket(state: State, window: WindowState): NextTicket | null {
  const heads = headsOf(state, window);
  return choose(heads, window.priorityRun, present(state.config, 'config').policies.priorityInRowMax)?.next ?? null;
}

/** The next tickets in the order in which this window alone would call them. Costs `count` steps, not the length of the lines. */
export function nextTickets(state: State, window: WindowState, count: number): NextTicket[] {
  const heads = headsOf(state, window);
  const inRowMax = present(state.config, 'config').policies.priorityInRowMax;
  const found: NextTicket[] = [];
  let run = window.priorityRun;
  while (found.length < count) {
    const chosen = choose(heads, run, inRowMax);
    if (chosen === null) break;
    found.push(chosen.next);
    run = runAfter(
      run,
      chosen.next.isPriority,
      heads.ordinary.some((head) => head !== null),
    );
    chosen.lane[chosen.at] = chosen.lane[chosen.at]?.behind ?? null;
  }
  return found;
}

/** Rule Q12: counts priority calls made while an ordinary ticket waited; any other call begins anew. */
export function runAfter(run: number, isPriority: boolean, ordinaryWaits: boolean): number {
  return isPriority && ordinaryWaits ? run + 1 : 0;
}

export function ordinaryWaits(state: State, window: WindowState): boolean {
  return queuesOf(state, window).some((queue) => queue.ordinary.first !== null);
}

export function queuesOf(state: State, window: WindowState): QueueState[] {
  const { queueIds } = present(state.index.windows.get(window.windowId), `window ${window.windowId}`);
  return queueIds.map((queueId) => present(state.queues.get(queueId), `queue ${queueId}`));
}

function headsOf(state: State, window: WindowState): Heads {
  const queues = queuesOf(state, window);
  return {
    priority: queues.map((queue) => queue.priority.first),
    ordinary: queues.map((queue) => queue.ordinary.first),
  };
}

function choose(
  heads: Heads,
  run: number,
  inRowMax: number,
): { next: NextTicket; lane: (Place | null)[]; at: number } | null {
  const ordinaryAt = longestWaiting(heads.ordinary);
  const priorityAt = longestWaiting(heads.priority);
  const isPriority = priorityAt !== null && (ordinaryAt === null || run < inRowMax);
  const at = isPriority ? priorityAt : ordinaryAt;
  if (at === null) return null;
  const lane = isPriority ? heads.priority : heads.ordinary;
  return { next: { ticketId: present(lane[at], 'head').ticketId, isPriority }, lane, at };
}

/** Index of the longest-waiting head; ties by ticketId, which is a seq (rule Q11). */
function longestWaiting(lane: readonly (Place | null)[]): number | null {
  let best: number | null = null;
  let bestPlace: Place | null = null;
  lane.forEach((place, at) => {
    if (place === null) return;
    if (
      bestPlace === null ||
      place.orderKey < bestPlace.orderKey ||
      (place.orderKey === bestPlace.orderKey && place.ticketId < bestPlace.ticketId)
    ) {
      best = at;
      bestPlace = place;
    }
  });
  return best;
}
