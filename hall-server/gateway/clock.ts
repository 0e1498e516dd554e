// Time as the gateway needs it: for throttling, heartbeats and locks. Never the hall's clock, which may run fast or be set back.

export interface GatewayClock {
  /** Milliseconds that only grow. */
  monotonicMs(): number;
  /** Runs `action` once, `delayMs` from now; the answer takes it back. */
  after(delayMs: number, action: () => void): () => void;
  /** Runs `action` every `intervalMs` until the answer is called. */
  every(intervalMs: number, action: () => void): () => void;
}

export const systemClock: GatewayClock = {
  monotonicMs: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs, action) {
    const timer = setInterval(action, intervalMs);
    return () => clearInterval(timer);
  },
};
