// Durations as a clerk reads them.

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_S = 3_600;

/** 06:24, from an hour on 1:06:24. Never negative: a view may be a little ahead of this page's clock. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const mmss = `${two(Math.floor((seconds % HOUR_S) / 60))}:${two(seconds % 60)}`;
  return seconds < HOUR_S ? mmss : `${Math.floor(seconds / HOUR_S)}:${mmss}`;
}

/** 8:10 in minutes and seconds. */
export function shortTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND_MS));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** Whole minutes gone by. */
export function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / MINUTE_MS));
}

/** Minutes of a set duration, never 0: a reference of 30 s reads as 1. */
export function roundedMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / MINUTE_MS));
}

function two(value: number): string {
  return value.toString().padStart(2, '0');
}
