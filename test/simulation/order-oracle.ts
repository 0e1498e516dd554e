// The order of calling told once more, from the rules' text and from events alone: plain sorted arrays, no engine.
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';

interface Waiting {
  readonly ticketId: number;
  readonly orderKey: number;
  readonly isPriority: boolean;
}

export interface OrderOracle {
  /** A sentence for every call that is not the one the rules name. */
  observe(event: HallEvent): string[];
}

export function orderOracle(config: HallConfig): OrderOracle {
  const lines = new Map<string, Waiting[]>();
  const origin = new Map<number, { line: string; isPriority: boolean }>();
  const runs = new Map<string, number>();
  const lineName = (queueId: string, isPriority: boolean) => `${queueId} ${isPriority ? 'p' : 'o'}`;
  const line = (name: string) => {
    const found = lines.get(name) ?? [];
    lines.set(name, found);
    return found;
  };
  const remove = (ticketId: number) => {
    const from = line(origin.get(ticketId)?.line ?? '');
    const at = from.findIndex((waiting) => waiting.ticketId === ticketId);
    if (at >= 0) from.splice(at, 1);
  };

  const expected = (windowId: string): { ticketId: number; isPriority: boolean; ordinaryWaits: boolean } | null => {
    const queueIds = config.windows.find((window) => window.windowId === windowId)?.queueIds ?? [];
    const oldest = (isPriority: boolean) =>
      queueIds
        .flatMap((queueId) => line(lineName(queueId, isPriority)).slice(0, 1))
        .sort((a, b) => a.orderKey - b.orderKey || a.ticketId - b.ticketId)[0];
    const [priority, ordinary] = [oldest(true), oldest(false)];
    const mustAlternate = ordinary !== undefined && (runs.get(windowId) ?? 0) >= config.policies.priorityInRowMax;
    const chosen = priority !== undefined && !mustAlternate ? priority : ordinary;
    return chosen === undefined ? null : { ...chosen, ordinaryWaits: ordinary !== undefined };
  };

  return {
    observe: (event) => {
      if (event.type === 'DayOpened') [lines, origin, runs].forEach((map) => map.clear());
      if (event.type === 'HallConfigured') forgetTakenAway(runs, event.config);
      if (event.type === 'TicketIssued') {
        const isPriority = event.priorityClass === 'priority';
        const name = lineName(event.queueId, isPriority);
        origin.set(event.ticketId, { line: name, isPriority });
        line(name).push({ ticketId: event.ticketId, orderKey: event.ticketId, isPriority });
      }
      if (event.type === 'TicketExpired') remove(event.ticketId);
      if (event.type === 'TicketRequeued') {
        const { line: name, isPriority } = origin.get(event.ticketId) ?? { line: '', isPriority: false };
        const own = line(name);
        const third = own[config.policies.requeueBehind - 1];
        const at = third === undefined ? own.length : config.policies.requeueBehind;
        own.splice(at, 0, { ticketId: event.ticketId, orderKey: third?.orderKey ?? event.seq, isPriority });
      }
      if (event.type !== 'TicketCalled') return [];
      const choice = expected(event.windowId);
      const isPriority = origin.get(event.ticketId)?.isPriority ?? false;
      runs.set(
        event.windowId,
        isPriority && (choice?.ordinaryWaits ?? false) ? (runs.get(event.windowId) ?? 0) + 1 : 0,
      );
      remove(event.ticketId);
      return choice?.ticketId === event.ticketId
        ? []
        : [
            `seq ${event.seq}: ${event.windowId} called ${event.ticketId}, the rules say ${choice?.ticketId ?? 'nobody'}`,
          ];
    },
  };
}

/** Rule Q25: a window that is taken away and given back begins anew. */
function forgetTakenAway(runs: Map<string, number>, config: HallConfig): void {
  const kept = new Set(config.windows.map((window) => window.windowId));
  for (const windowId of runs.keys()) if (!kept.has(windowId)) runs.delete(windowId);
}
