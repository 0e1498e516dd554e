// Puts the technician's report together: what the configuration expects, beside what is there.
import type { HallConfig, TerminalRole } from '@jiaohao/contracts/hall-config';
import type { HealthReport, StationHealth, StationKind, StorageHealth } from '@jiaohao/contracts/health';
import type { Principal } from '@jiaohao/contracts/principal';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import type { Hall } from '../hall-door.ts';
import { directoryOf } from './directory.ts';
import type { Connections } from './health-connections.ts';
import { roleOf } from './permissions.ts';

export interface ReportParts {
  readonly hall: Hall;
  readonly connections: Connections;
  readonly serverStartedAt: number;
  readonly lastCommitMs: number | null;
  readonly storage: StorageHealth | null;
  readonly pages: HealthReport['pages'];
}

export function healthReport(parts: ReportParts): HealthReport {
  const { hall, connections } = parts;
  const config = hall.config();
  const { isWriting, clockBehindMs, seq, lastEventAt, businessDay } = hall.health();
  return {
    at: hall.now(),
    hall: { name: config?.hall.name ?? null, timeZone: config?.hall.timeZone ?? null, businessDay },
    server: {
      version: PRODUCT_VERSION,
      startedAt: parts.serverStartedAt,
      isWriting,
      clockBehindMs,
      lastSeq: seq,
      lastEventAt: lastEventAt === 0 ? null : lastEventAt,
      lastCommitMs: parts.lastCommitMs,
      memoryBytes: process.memoryUsage.rss(),
    },
    storage: parts.storage,
    pages: parts.pages,
    stations: config === null ? [] : stationsOf(config, hall, connections),
    consoles: consolesOf(hall, connections),
    strangers: strangersOf(hall, connections),
  };
}

interface Station {
  readonly kind: StationKind;
  readonly id: string;
  readonly who: Principal;
  readonly zoneId: string | null;
  readonly windowIds: readonly string[];
}

/** Everything that the configuration says should be there. */
export function configuredStations(config: HallConfig): Station[] {
  const displays = config.displays.map((display): Station => {
    const { displayId: id, kind } = display;
    const who = { kind: 'display', displayId: id } as const;
    return kind === 'board'
      ? { kind, id, who, zoneId: display.zoneId, windowIds: [] }
      : { kind, id, who, zoneId: null, windowIds: [display.windowId] };
  });
  return [...config.terminals.map(terminalStation), ...displays];
}

interface ConfiguredTerminal {
  readonly terminalId: string;
  readonly role: TerminalRole;
  readonly zoneId?: string;
  readonly windowId?: string;
  readonly windowIds?: readonly string[];
}

/** A terminal stands in a zone, at a window, or at several. */
function terminalStation({ terminalId, role, zoneId = '', windowId, windowIds = [] }: ConfiguredTerminal): Station {
  return {
    kind: role === 'pads' ? 'window' : role,
    id: terminalId,
    who: { kind: 'terminal', terminalId },
    zoneId: zoneId === '' ? null : zoneId,
    windowIds: windowId === undefined ? windowIds : [windowId],
  };
}

function stationsOf(config: HallConfig, hall: Hall, connections: Connections): StationHealth[] {
  const windows = new Map(config.windows.map((window) => [window.windowId, window]));
  const zones = new Map(config.zones.map((zone) => [zone.zoneId, zone]));
  const devices = Map.groupBy(hall.devices(), ({ terminalId }) => terminalId);
  return configuredStations(config).map(({ kind, id, who, zoneId, windowIds }) => {
    const there = windowIds.flatMap((windowId) => windows.get(windowId) ?? []);
    const reported = who.kind === 'terminal' ? (devices.get(id) ?? []) : [];
    return {
      kind,
      id,
      zoneName: zones.get(zoneId ?? there[0]?.zoneId ?? '')?.name ?? null,
      windowLabel: there.length === 0 ? null : there.map(({ label }) => label).join('/'),
      link: connections.linkOf(who),
      devices: reported.map(({ device, sinceAt }) => ({ device, sinceAt })),
    };
  });
}

/** By window and not by person: how often somebody signs in is nothing that a technician needs. */
function consolesOf(hall: Hall, connections: Connections): HealthReport['consoles'] {
  const labels = new Map(hall.config()?.windows.map(({ windowId, label }) => [windowId, label]));
  return present(connections)
    .filter((who) => who.kind === 'clerk')
    .map((who) => ({
      windowLabel: labels.get(hall.placeOf(who)?.windowId ?? '') ?? null,
      link: connections.linkOf(who),
    }));
}

function strangersOf(hall: Hall, connections: Connections): HealthReport['strangers'] {
  const directory = directoryOf(hall.config());
  return present(connections).flatMap((who): HealthReport['strangers'] => {
    if (roleOf(who, directory) !== 'nobody') return [];
    if (who.kind === 'terminal') return [{ kind: who.kind, id: who.terminalId, link: connections.linkOf(who) }];
    return who.kind === 'display' ? [{ kind: who.kind, id: who.displayId, link: connections.linkOf(who) }] : [];
  });
}

/** Each principal once, however many sockets it has. */
function present(connections: Connections): Principal[] {
  return connections.open().flatMap(([first]) => (first === undefined ? [] : [first.who]));
}
