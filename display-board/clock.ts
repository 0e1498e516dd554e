// Time as the displays use it: a clock that never jumps and timers on it, so that tests turn both by hand.

export interface Clock {
  /** Milliseconds that only grow; their origin means nothing. Hall time is this plus the feed's `hallOffsetMs`. */
  readonly now: () => number;
  /** Runs `action` once after `delayMs`; the answer cancels it. */
  readonly after: (delayMs: number, action: () => void) => () => void;
}

/** A machine's wall clock may be set while a call is on show; the monotonic one is not. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
