// Durations as a person is told them.

const MINUTE_MS = 60_000;

/** Whole minutes, rounded up: a wait is never promised shorter than it is reckoned. At least 1. */
export function waitMinutes(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / MINUTE_MS));
}
