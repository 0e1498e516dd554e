// The configuration by id, made once when it takes effect, so that no rule searches a list.
import type { HallConfig } from '@jiaohao/contracts/hall-config';

type QueueConfig = HallConfig['queues'][number];
type WindowConfig = HallConfig['windows'][number];

export interface HallIndex {
  readonly zones: ReadonlyMap<string, HallConfig['zones'][number]>;
  readonly queues: ReadonlyMap<string, QueueConfig>;
  readonly serviceItems: ReadonlyMap<string, HallConfig['serviceItems'][number]>;
  readonly windows: ReadonlyMap<string, WindowConfig>;
  readonly windowsOfQueue: ReadonlyMap<string, readonly string[]>;
  readonly queuesOfZone: ReadonlyMap<string, readonly QueueConfig[]>;
  readonly terminals: ReadonlyMap<string, HallConfig['terminals'][number]>;
  readonly displays: ReadonlyMap<string, HallConfig['displays'][number]>;
  readonly staff: ReadonlyMap<string, HallConfig['staff'][number]>;
}

export function indexHall(config: HallConfig | null): HallIndex {
  const windows = config?.windows ?? [];
  const queues = config?.queues ?? [];
  return {
    zones: byId(config?.zones ?? [], (zone) => zone.zoneId),
    queues: byId(queues, (queue) => queue.queueId),
    serviceItems: byId(config?.serviceItems ?? [], (item) => item.serviceItemId),
    windows: byId(windows, (window) => window.windowId),
    windowsOfQueue: new Map(
      queues.map((queue) => [
        queue.queueId,
        windows.filter((window) => window.queueIds.includes(queue.queueId)).map((window) => window.windowId),
      ]),
    ),
    queuesOfZone: new Map(
      (config?.zones ?? []).map((zone) => [zone.zoneId, queuesServedIn(zone.zoneId, queues, windows)]),
    ),
    terminals: byId(config?.terminals ?? [], (terminal) => terminal.terminalId),
    displays: byId(config?.displays ?? [], (display) => display.displayId),
    staff: byId(config?.staff ?? [], (person) => person.staffNo),
  };
}

/** A zone's board shows the queues that wait there or are called from there. */
function queuesServedIn(
  zoneId: string,
  queues: readonly QueueConfig[],
  windows: readonly WindowConfig[],
): QueueConfig[] {
  const served = new Set(windows.filter((window) => window.zoneId === zoneId).flatMap((window) => window.queueIds));
  return queues.filter((queue) => queue.zoneId === zoneId || served.has(queue.queueId));
}

function byId<T>(items: readonly T[], idOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [idOf(item), item]));
}
