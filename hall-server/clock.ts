// The hall's clock: the machine's, or for replays one that starts elsewhere and runs faster.

export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls back once when the hall's clock has advanced by `delayMs`, or a little later. Returns the function that cancels. */
  after(delayMs: number, callback: () => void): () => void;
}

/** setTimeout cannot wait longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** `startAt` epoch ms (now where null); `speed` 60 lets an hour of the hall pass in a minute. */
export function hallClock(startAt: number | null, speed: number): Clock {
  const began = performance.now();
  const origin = startAt ?? Date.now();
  const isReal = startAt === null && speed === 1;
  return {
    now: () => (isReal ? Date.now() : Math.floor(origin + (performance.now() - began) * speed)),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, Math.min(Math.max(0, Math.ceil(delayMs / speed)), LONGEST_TIMER_MS));
      return () => clearTimeout(timer);
    },
  };
}
