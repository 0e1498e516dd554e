// How long to wait before something that crashed is started again: at once the first time, longer when it happens again soon.

const STEPS_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Who fails so often is taken to be broken until somebody sees to it. */
export const LONGEST_RESTART_MS = 30_000;
/** Who ran this long was not broken from the start. */
const FORGET_AFTER_MS = 5 * 60_000;

/** `crashes`: when it crashed so far, the newest last, the one just now included; `now` in the same monotonic ms. */
export function restartDelayMs(crashes: readonly number[], now: number): number {
  const recent = crashes.filter((at) => now - at < FORGET_AFTER_MS).length;
  return STEPS_MS[Math.max(0, recent - 1)] ?? LONGEST_RESTART_MS;
}

const GPU_CRASHES = 3;
const GPU_WITHIN_MS = 10 * 60_000;

/** A graphics process that crashes again and again: the terminal starts anew and draws without it. */
export function isGpuBroken(crashes: readonly number[], now: number): boolean {
  return crashes.filter((at) => now - at < GPU_WITHIN_MS).length >= GPU_CRASHES;
}
