// The newest report, asked for again and again, and how old it is.
import { useEffect, useState } from 'react';
import type { HealthReport } from '@jiaohao/contracts/health';
import { readHealth } from './read-health.ts';
import type { HealthAnswer } from './read-health.ts';

export const ASK_EVERY_MS = 5_000;
/** Three questions without an answer. */
export const STALE_AFTER_MS = 15_000;
const TICK_MS = 1_000;

export interface Health {
  readonly report: HealthReport | null;
  /** Whole seconds since the report came. */
  readonly ageMs: number;
  /** How the last question ended; null before the first answer. */
  readonly last: HealthAnswer['kind'] | null;
}

interface Kept {
  readonly report: HealthReport | null;
  /** Monotonic ms. */
  readonly receivedAt: number;
  readonly last: HealthAnswer['kind'] | null;
}

/** `token` does not change for the life of the component. */
export function useHealth(token: string): Health {
  const [kept, setKept] = useState<Kept>({ report: null, receivedAt: 0, last: null });
  const [now, setNow] = useState(() => performance.now());

  useEffect(() => {
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A bug in asking is one of drawing: without it this page would go on with an old report.
    const fail = (error: unknown): void =>
      setKept(() => {
        throw error;
      });
    const ask = async (): Promise<void> => {
      const answer = await readHealth(token);
      if (!isOpen) return;
      const receivedAt = performance.now();
      setNow(receivedAt);
      setKept((before) =>
        answer.kind === 'report'
          ? { report: answer.report, receivedAt, last: answer.kind }
          : { ...before, last: answer.kind },
      );
      timer = setTimeout(() => void ask().catch(fail), ASK_EVERY_MS);
    };
    ask().catch(fail);
    const ticking = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => {
      isOpen = false;
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, [token]);

  return { report: kept.report, ageMs: Math.max(0, now - kept.receivedAt), last: kept.last };
}
