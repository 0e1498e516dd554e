// A clock that stands still until a test moves it on.
import type { GatewayClock } from '../clock.ts';

export interface ManualClock extends GatewayClock {
  /** Lets this much time pass and runs, in order, whatever falls due in it. */
  advance(ms: number): void;
  waiting(): number;
}

interface Timer {
  atMs: number;
  readonly intervalMs: number | null;
  readonly action: () => void;
}

export function manualClock(): ManualClock {
  let nowMs = 0;
  const timers = new Set<Timer>();

  function add(timer: Timer): () => void {
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  function run(timer: Timer): void {
    nowMs = Math.max(nowMs, timer.atMs);
    if (timer.intervalMs === null) timers.delete(timer);
    else timer.atMs += timer.intervalMs;
    timer.action();
  }

  return {
    monotonicMs: () => nowMs,
    after: (delayMs, action) => add({ atMs: nowMs + delayMs, intervalMs: null, action }),
    every: (intervalMs, action) => add({ atMs: nowMs + intervalMs, intervalMs, action }),
    waiting: () => timers.size,
    advance(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        const due = [...timers].filter((timer) => timer.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        run(due);
      }
      nowMs = untilMs;
    },
  };
}
