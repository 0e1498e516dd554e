// Amounts as every language of the technician's page writes them.

/** More than these are counted, not named: the tables below name them all. */
export const NAMED_MAX = 4;

export function gigabytes(bytes: number): string {
  return (bytes / 1_000_000_000).toFixed(1);
}

export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** Tenths below ten seconds. */
export function seconds(ms: number): string {
  return (Math.abs(ms) / 1_000).toFixed(Math.abs(ms) < 10_000 ? 1 : 0);
}
