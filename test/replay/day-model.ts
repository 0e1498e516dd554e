// What happens on a replayed day, decided before it begins: who comes when, who stays away, how long each serving takes.
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { OfficeDay, QueueDay } from './office-day.ts';

const MINUTE_MS = 60_000;
/** Serving times are log-normal; absences are drawn a ticket. */
const SERVING_MEDIAN_MS = 4 * MINUTE_MS;
const SERVING_SIGMA = 0.7;
const ABSENT_SHARE = 0.08;
/** How long a clerk waits for somebody who does not come: the time in which a display must have shown the call. */
export const ABSENCE_WAIT_MS = 30_000;

export interface Visitor {
  readonly queueId: string;
  /** Milliseconds after local midnight. */
  readonly arrivesMs: number;
  readonly comes: boolean;
  readonly servingMs: number;
}

export interface ModelQueue {
  readonly queueId: string;
  readonly letter: string;
  readonly windows: number;
}

export interface DayModel {
  readonly office: string;
  readonly date: string;
  readonly queues: readonly ModelQueue[];
  /** In the order of their arrival. */
  readonly visitors: readonly Visitor[];
  /** Opening, and when the last visitor leaves if nothing costs time but waiting and serving; ms after midnight. */
  readonly opensMs: number;
  readonly endsMs: number;
  /** Waits under the same assumption, ascending. */
  readonly waitsMs: readonly number[];
}

export function dayModel(day: OfficeDay, seed: number): DayModel {
  const random = seededRandom(seed);
  const queues = day.queues.map((queue) => ({
    queueId: queue.queueId,
    letter: queue.letter,
    windows: windowsOf(queue),
  }));
  const visitors = day.queues
    .flatMap((queue) => arrivalsOf(day, queue, random).map((arrivesMs) => visitor(queue.queueId, arrivesMs, random)))
    .sort((a, b) => a.arrivesMs - b.arrivesMs);
  const opensMs = (day.stepMinutes[0] ?? 0) * MINUTE_MS;
  const served = queues.map((queue) => serveInOrder(queue, visitors));
  return {
    office: day.office,
    date: day.date,
    queues,
    visitors,
    opensMs,
    endsMs: Math.max(opensMs, ...served.map(({ endsMs }) => endsMs)),
    waitsMs: served.flatMap(({ waitsMs }) => waitsMs).sort((a, b) => a - b),
  };
}

/** Median of the non-zero numbers of open counters, half a counter rounded up; at least one. */
export function windowsOf({ openCounters }: Pick<QueueDay, 'openCounters'>): number {
  const seen = [...openCounters]
    .sort(([a], [b]) => a - b)
    .flatMap(([counters, rows]) => Array<number>(rows).fill(counters));
  const [low, high] = [seen[Math.floor((seen.length - 1) / 2)], seen[Math.floor(seen.length / 2)]];
  return low === undefined || high === undefined ? 1 : Math.max(1, Math.round((low + high) / 2));
}

/** Those who waited at the opening, then the arrivals of each step, spread evenly over it: ms after midnight. */
function arrivalsOf({ stepMinutes }: OfficeDay, queue: QueueDay, random: Random): number[] {
  const at = (step: number) => (stepMinutes[step] ?? 0) * MINUTE_MS;
  const opening = Array<number>(queue.waitingAtOpening).fill(at(queue.openingStep));
  const later = queue.arrivals.flatMap(({ step, count }) => {
    const from = at(Math.max(0, step - 1));
    const share = (at(step) - from) / count;
    return Array.from({ length: count }, (_, nth) => Math.round(from + (nth + random.next()) * share));
  });
  return [...opening, ...later];
}

function visitor(queueId: string, arrivesMs: number, random: Random): Visitor {
  const comes = !random.chance(ABSENT_SHARE);
  const servingMs = Math.round(SERVING_MEDIAN_MS * Math.exp(SERVING_SIGMA * random.normal()));
  return { queueId, arrivesMs, comes, servingMs };
}

function serveInOrder(queue: ModelQueue, visitors: readonly Visitor[]): { endsMs: number; waitsMs: number[] } {
  const freeMs = Array<number>(queue.windows).fill(0);
  const waitsMs: number[] = [];
  for (const { queueId, arrivesMs, comes, servingMs } of visitors) {
    if (queueId !== queue.queueId) continue;
    const window = freeMs.indexOf(Math.min(...freeMs));
    const calledMs = Math.max(arrivesMs, freeMs[window] ?? 0);
    freeMs[window] = calledMs + (comes ? servingMs : ABSENCE_WAIT_MS);
    waitsMs.push(calledMs - arrivesMs);
  }
  return { endsMs: Math.max(...freeMs), waitsMs };
}
