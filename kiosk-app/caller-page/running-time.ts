// Durations as a clerk reads them at a glance.

const SECOND_MS = 1_000;
const HOUR_S = 3_600;

/** 06:24, from an hour on 1:06:24. Never negative: a view may be a little ahead of this machine's clock. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const mmss = `${two(Math.floor((seconds % HOUR_S) / 60))}:${two(seconds % 60)}`;
  return seconds < HOUR_S ? mmss : `${Math.floor(seconds / HOUR_S)}:${mmss}`;
}

function two(value: number): string {
  return value.toString().padStart(2, '0');
}
