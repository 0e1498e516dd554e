// The engine has no timers: this asks it to advance time when something is due, and never sooner.
import type { Clock } from './clock.ts';

export interface TimeDriver {
  /** After every commit: what is due next may be another instant now. */
  look(): void;
  stop(): void;
}

/** Even if nothing is due it looks this often: a machine's clock may have been set forward. */
const LOOK_AT_LEAST_EVERY_MS = 60_000;
/** While what is due cannot be done (storage full) it is not asked for without a pause. */
const PAUSE_MS = 50;

export function startTimeDriver(clock: Clock, dueAt: () => number | null, advance: () => Promise<unknown>): TimeDriver {
  let cancel: (() => void) | null = null;
  let isStopped = false;
  const look = () => {
    if (isStopped) return;
    cancel?.();
    const due = dueAt();
    const delayMs =
      due === null ? LOOK_AT_LEAST_EVERY_MS : Math.max(PAUSE_MS, Math.min(LOOK_AT_LEAST_EVERY_MS, due - clock.now()));
    cancel = clock.after(delayMs, () => {
      const isDue = due !== null && due <= clock.now();
      if (isDue) void advance().then(look);
      else look();
    });
  };
  look();
  return {
    look,
    stop: () => {
      isStopped = true;
      cancel?.();
    },
  };
}
