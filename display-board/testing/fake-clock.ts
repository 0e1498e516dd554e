// A clock that stands still until a test turns it; timers run in the order of their time.
import type { Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due on the way. */
  advance(ms: number): void;
}

export function fakeClock(startsAt = 1_000): FakeClock {
  let now = startsAt;
  let timers: { at: number; action: () => void }[] = [];
  return {
    now: () => now,
    after: (delayMs, action) => {
      const timer = { at: now + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance: (ms) => {
      const until = now + ms;
      for (;;) {
        const due = timers.filter((each) => each.at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((each) => each !== due);
        now = Math.max(now, due.at);
        due.action();
      }
      now = until;
    },
  };
}
