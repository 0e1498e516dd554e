// Figures of the process itself (memory, processor, event loop, garbage), under the names that every Node dashboard knows.
import { collectDefaultMetrics } from 'prom-client';
import type { Registry } from 'prom-client';

/**
 * Returns what is to be called before each scrape. They begin with the first one: watching the event loop and every collection of
 * garbage costs a little all the time, and most halls have nobody who asks.
 */
export function processFigures(registry: Registry): () => void {
  let isCollecting = false;
  return () => {
    if (isCollecting) return;
    isCollecting = true;
    collectDefaultMetrics({ register: registry });
  };
}
