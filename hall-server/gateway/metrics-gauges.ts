// Figures that are read when somebody asks for them: queues, screens, clocks, devices, disk. Between two questions they cost nothing.
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { BoardStatus } from '@jiaohao/contracts/views';
import { StationKind } from '@jiaohao/contracts/health';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import type { Hall } from '../hall-door.ts';
import { configuredStations } from './health-report.ts';
import type { HealthSources } from './health-route.ts';

/**
 * Returns what is to be called before each scrape, for what takes a moment to find out. Gauges are emptied before they are filled: what the configuration no longer has must not stand
 * there for ever.
 */
export function collectGauges(registry: Registry, hall: Hall, sources: HealthSources): () => Promise<void> {
  hallGauges(registry, hall);
  stationGauges(registry, hall, sources);
  deviceGauges(registry, hall);
  return storageGauges(registry, sources);
}

function hallGauges(registry: Registry, hall: Hall): void {
  const plain = (name: string, help: string, read: () => number) => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
  };
  plain('jiaohao_day_open', '1 while a business day is open', () => (hall.health().businessDay === null ? 0 : 1));
  plain('jiaohao_storage_full', '1 while nothing can be written', () => (hall.health().isWriting ? 0 : 1));
  plain('jiaohao_journal_events', 'Seq of the newest event in the journal', () => hall.health().seq);
  plain(
    'jiaohao_clock_behind_seconds',
    'How far the clock of the server is behind the newest event',
    () => hall.health().clockBehindMs / 1_000,
  );
  const build = new Gauge({
    name: 'jiaohao_build_info',
    help: 'Always 1; the version is the label',
    labelNames: ['version'],
    registers: [registry],
  });
  build.set({ version: PRODUCT_VERSION }, 1);
  const waiting = new Gauge({
    name: 'jiaohao_queue_waiting',
    help: 'Tickets that wait now, by queue',
    labelNames: ['queue'],
    registers: [registry],
    collect() {
      waiting.reset();
      const status = BoardStatus.safeParse(hall.view('boardStatus/hall'));
      if (status.success) for (const queue of status.data.queues) waiting.set({ queue: queue.queueId }, queue.waiting);
    },
  });
}

/** Displays and terminals by kind (`kiosk`, `window`, `board`, `windowScreen`), and everybody else by the kind of token. */
function stationGauges(registry: Registry, hall: Hall, { connections }: HealthSources): void {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[], collect: (gauge: Gauge<L>) => void) => {
    const made = new Gauge<L>({
      name,
      help,
      labelNames,
      registers: [registry],
      collect: () => {
        made.reset();
        collect(made);
      },
    });
  };
  const stations = () => {
    const config = hall.config();
    return config === null ? [] : configuredStations(config);
  };
  gauge('jiaohao_stations_configured', 'Terminals and displays in the configuration', ['kind'], (configured) => {
    for (const kind of StationKind.options) configured.set({ kind }, 0);
    for (const { kind } of stations()) configured.inc({ kind });
  });
  gauge('jiaohao_stations_connected', 'Configured terminals and displays that are connected', ['kind'], (connected) => {
    for (const kind of StationKind.options) connected.set({ kind }, 0);
    for (const { kind, who } of stations()) if (connections.linkOf(who).connections > 0) connected.inc({ kind });
  });
  gauge('jiaohao_sockets_open', 'Open sockets by kind of token', ['kind'], (sockets) => {
    for (const kind of ['terminal', 'display', 'clerk', 'admin', 'monitor']) sockets.set({ kind }, 0);
    for (const open of connections.open()) for (const { who } of open) sockets.inc({ kind: who.kind });
    sockets.set({ kind: 'applicant' }, connections.counts.phones);
  });
  gauge(
    'jiaohao_clock_difference_seconds',
    'Clock of a connected terminal or display minus the server’s',
    ['kind', 'id'],
    (differences) => {
      for (const { kind, id, who } of stations()) {
        const { connections: open, clockDifferenceMs } = connections.linkOf(who);
        if (open > 0 && clockDifferenceMs !== null) differences.set({ kind, id }, clockDifferenceMs / 1_000);
      }
    },
  );
}

function deviceGauges(registry: Registry, hall: Hall): void {
  const states = new Gauge({
    name: 'jiaohao_device_state',
    help: 'Always 1; state and code of a device as its terminal reported them last',
    labelNames: ['terminal', 'device', 'window', 'state', 'code'],
    registers: [registry],
    collect() {
      states.reset();
      for (const { terminalId: terminal, device } of hall.devices()) {
        const { kind, windowId, state, code } = device;
        const ofWindow = windowId === undefined ? {} : { window: windowId };
        states.set({ terminal, device: kind, ...ofWindow, state, code: code ?? '' }, 1);
      }
    },
  });
  const since = new Gauge({
    name: 'jiaohao_device_state_since_timestamp_seconds',
    help: 'Since when a device is as it was reported last, in seconds since 1970 by the hall’s clock',
    labelNames: ['terminal', 'device', 'window'],
    registers: [registry],
    collect() {
      since.reset();
      for (const { terminalId: terminal, device, sinceAt } of hall.devices()) {
        const ofWindow = device.windowId === undefined ? {} : { window: device.windowId };
        since.set({ terminal, device: device.kind, ...ofWindow }, sinceAt / 1_000);
      }
    },
  });
  const paper = new Gauge({
    name: 'jiaohao_paper_left_metres',
    help: 'Paper left on the roll of a terminal’s printer, estimated; none where it is not known',
    labelNames: ['terminal'],
    registers: [registry],
    collect() {
      paper.reset();
      for (const { terminalId: terminal, device } of hall.devices())
        if (device.paperLeftMm !== undefined) paper.set({ terminal }, device.paperLeftMm / 1_000);
    },
  });
}

/** One look at the disk for all three; left out where the disk does not say. */
function storageGauges(registry: Registry, { storage }: HealthSources): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const free = gauge('jiaohao_disk_free_bytes', 'Room left on the disk of the data folder');
  const total = gauge('jiaohao_disk_size_bytes', 'Size of the disk of the data folder');
  const journal = gauge('jiaohao_journal_bytes', 'Size of the database with its write-ahead log');
  return async () => {
    const facts = await storage();
    for (const each of [free, total, journal]) each.remove();
    if (facts === null) return;
    free.set(facts.freeBytes);
    total.set(facts.totalBytes);
    journal.set(facts.journalBytes);
  };
}
