// Holds status topics back to one sending per interval, and spreads a burst of them so that a call never waits behind it.
import { PROGRESS_INTERVAL_MS, STATUS_INTERVAL_MS } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import type { GatewayClock } from './clock.ts';

/** Sent in one turn of the event loop; then whatever came in meanwhile has its turn. */
const SLICE = 8;

export interface StatusThrottle {
  /** The topic's view is another: send it soon, or when its interval is over. */
  mark(topic: Topic): void;
  close(): void;
}

export function statusThrottle(clock: GatewayClock, send: (topic: Topic) => void): StatusThrottle {
  const sentMs = new Map<Topic, number>();
  const dueMs = new Map<Topic, number>();
  let wake: { readonly atMs: number; readonly cancel: () => void } | null = null;

  function schedule(): void {
    if (dueMs.size === 0) return;
    const atMs = Math.min(...dueMs.values());
    if (wake !== null && wake.atMs <= atMs) return;
    wake?.cancel();
    wake = { atMs, cancel: clock.after(Math.max(0, atMs - clock.monotonicMs()), sendSlice) };
  }

  function sendSlice(): void {
    wake = null;
    const nowMs = clock.monotonicMs();
    let sent = 0;
    for (const [topic, atMs] of dueMs) {
      if (atMs > nowMs) continue;
      if (sent === SLICE) break;
      dueMs.delete(topic);
      sentMs.set(topic, nowMs);
      send(topic);
      sent += 1;
    }
    schedule();
  }

  return {
    mark(topic) {
      if (dueMs.has(topic)) return;
      const lastMs = sentMs.get(topic);
      const nowMs = clock.monotonicMs();
      const atMs = lastMs === undefined ? nowMs : Math.max(nowMs, lastMs + intervalMsOf(topic));
      dueMs.set(topic, atMs);
      if (wake === null || atMs < wake.atMs) schedule();
    },
    close() {
      wake?.cancel();
      wake = null;
      dueMs.clear();
    },
  };
}

function intervalMsOf(topic: Topic): number {
  return topic.startsWith('queueProgress/') ? PROGRESS_INTERVAL_MS : STATUS_INTERVAL_MS;
}
