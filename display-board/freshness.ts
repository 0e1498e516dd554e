// How far a display may be believed, by the age of the last proof that it shows the newest views.

/** A screen that misses the hall's heartbeat this long says so in small. */
export const INTERRUPTED_AFTER_MS = 5_000;
/** ... and this long, it stops pretending: the notice takes the place of the calls. */
export const STALE_AFTER_MS = 15_000;
/** ... and this long, what it knew is worth nothing any more. */
export const EXPIRED_AFTER_MS = 300_000;

export type Freshness = 'fresh' | 'interrupted' | 'stale' | 'expired';

const STEPS: readonly (readonly [Freshness, number])[] = [
  ['expired', EXPIRED_AFTER_MS],
  ['stale', STALE_AFTER_MS],
  ['interrupted', INTERRUPTED_AFTER_MS],
];

/** `freshAt` and `now` on the same clock. */
export function freshnessAt(freshAt: number, now: number): Freshness {
  return STEPS.find(([, afterMs]) => now - freshAt >= afterMs)?.[0] ?? 'fresh';
}

/** When freshness falls to the next step if nothing is heard; null when it cannot fall further. */
export function nextFreshnessAt(freshAt: number, now: number): number | null {
  const ahead = STEPS.map(([, afterMs]) => freshAt + afterMs).filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
