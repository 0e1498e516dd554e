// What the technician has to do, worst first: a report in, sentences out. Pure.
import { StationKind } from '@jiaohao/contracts/health';
import type { HealthReport, StationHealth } from '@jiaohao/contracts/health';
import type { Pair } from '@jiaohao/look/language-pair';
import { clockTrouble, deviceTroubles } from './station-troubles.ts';
import { TEXTS } from './texts.ts';
import { CLOCK_BEHIND_MS, DISK_BAD_BYTES, DISK_WARN_BYTES, SETTLE_MS } from './thresholds.ts';

export type Level = 'bad' | 'warn' | 'info';

export interface Trouble {
  readonly key: string;
  readonly level: Level;
  readonly title: Pair;
  /** What to do, in order. */
  readonly todo: Pair;
  readonly sinceAt: number | null;
}

const ORDER: readonly Level[] = ['bad', 'warn', 'info'];

export function troublesOf(report: HealthReport): readonly Trouble[] {
  const found = [
    ...serverTroubles(report),
    ...missingStations(report),
    ...report.stations.flatMap((station) => [...clockTrouble(station), ...deviceTroubles(station)]),
    ...otherBuilds(report),
    ...strangers(report),
  ];
  return found.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

function serverTroubles({ hall, server, storage }: HealthReport): Trouble[] {
  const found: Trouble[] = [];
  const words = TEXTS.troubles;
  const tell = (key: string, level: Level, title: Pair, todo: Pair) =>
    found.push({ key, level, title, todo, sinceAt: null });
  if (!server.isWriting) tell('storageFull', 'bad', words.storageFull, words.storageFullTodo);
  else if (storage !== null && storage.freeBytes < DISK_WARN_BYTES)
    tell(
      'diskLow',
      storage.freeBytes < DISK_BAD_BYTES ? 'bad' : 'warn',
      words.diskLow(storage.freeBytes),
      words.diskLowTodo,
    );
  if (hall.name === null) tell('notConfigured', 'bad', words.notConfigured, words.notConfiguredTodo);
  if (server.clockBehindMs > CLOCK_BEHIND_MS)
    tell('clockBehind', 'bad', words.clockBehind(server.clockBehindMs), words.clockBehindTodo);
  return found;
}

const WORTH: Readonly<Record<StationKind, Level>> = {
  kiosk: 'bad',
  board: 'bad',
  window: 'warn',
  pad: 'warn',
  strip: 'warn',
  windowScreen: 'warn',
};

/** One line for each kind, however many are dark: a switch that failed must not fill the page. Nothing while the hall is closed. */
function missingStations(report: HealthReport): Trouble[] {
  const { hall, server, at } = report;
  const missing = report.stations.filter(({ link }) => link.connections === 0);
  if (hall.businessDay === null || missing.length === 0) return [];
  if (at - server.startedAt < SETTLE_MS) return [settling()];
  const byKind = StationKind.options.map((kind) => ({ kind, stations: missing.filter((each) => each.kind === kind) }));
  const dark = byKind.filter(({ stations }) => stations.length > 0);
  return dark.map(({ kind, stations }) => ({
    key: `missing ${kind}`,
    level: WORTH[kind],
    title: TEXTS.troubles.missing(kind, stations),
    todo: TEXTS.troubles.missingTodo[kind],
    sinceAt: stations.length === 1 ? (stations[0]?.link.lastSeenAt ?? null) : null,
  }));
}

const PAGE_OF: Readonly<Partial<Record<StationKind, string>>> = {
  board: 'board',
  windowScreen: 'window-screen',
  pad: 'pad',
};

/** Nothing is known yet: all may be well, but that is not said. */
function settling(): Trouble {
  const { settling: title, settlingTodo: todo } = TEXTS.troubles;
  return { key: 'settling', level: 'info', title, todo, sinceAt: null };
}

/** Whether a connected program runs another version than the server, or a page shows another build than the server has now. */
export function isOtherBuild(report: HealthReport, { kind, link }: StationHealth): boolean {
  if (link.connections === 0) return false;
  if (link.version !== null && link.version !== report.server.version) return true;
  const served = report.pages.find(({ page }) => page === PAGE_OF[kind])?.build ?? null;
  return served !== null && link.build !== null && link.build !== served;
}

function otherBuilds(report: HealthReport): Trouble[] {
  const others = report.stations.filter((station) => isOtherBuild(report, station));
  if (others.length === 0) return [];
  const title = TEXTS.troubles.otherBuild(others);
  return [{ key: 'otherBuild', level: 'warn', title, todo: TEXTS.troubles.otherBuildTodo, sinceAt: null }];
}

function strangers({ strangers: found }: HealthReport): Trouble[] {
  if (found.length === 0) return [];
  const title = TEXTS.troubles.strangers(found.map(({ id }) => ({ id, windowLabel: null })));
  return [{ key: 'strangers', level: 'warn', title, todo: TEXTS.troubles.strangersTodo, sinceAt: null }];
}
