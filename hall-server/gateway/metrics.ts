// The hall's figures for Prometheus, put together; each family has its name, its unit and its labels in docs/operations.md.
import { Registry } from 'prom-client';
import type { Hall } from '../hall-door.ts';
import type { HealthSources } from './health-route.ts';
import { collectCommits } from './metrics-commits.ts';
import { collectGauges } from './metrics-gauges.ts';
import { processFigures } from './metrics-process.ts';
import { trafficCounts } from './metrics-traffic.ts';
import type { TrafficCounts } from './metrics-traffic.ts';

export interface Metrics {
  readonly traffic: TrafficCounts;
  /** In the text exposition format, with its content type. */
  scrape(): Promise<{ readonly contentType: string; readonly text: string }>;
  close(): void;
}

export function startMetrics(hall: Hall, sources: HealthSources): Metrics {
  // One a gateway, not the library's global one: two gateways in a process (tests) must not count together.
  const registry = new Registry();
  const stop = collectCommits(registry, hall);
  const readDisk = collectGauges(registry, hall, sources);
  const traffic = trafficCounts(registry, sources.connections);
  const withProcess = processFigures(registry);
  return {
    traffic,
    scrape: async () => {
      withProcess();
      await readDisk();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
    close: stop,
  };
}
