// Reports of a hall's machinery for the technician's page: a quiet morning, and a morning with something of everything.
import { HealthReport } from '@jiaohao/contracts/health';
import type { ProgramLink, StationHealth } from '@jiaohao/contracts/health';
import { HALL_TIME } from './hall-stage.ts';

const both = (zh: string, en: string) => ({ zh, en });
const minutesAgo = (minutes: number): number => HALL_TIME - minutes * 60_000;

const LINK: ProgramLink = {
  connections: 1,
  connectedSinceAt: minutesAgo(170),
  lastSeenAt: HALL_TIME,
  version: '1.2.0',
  build: 'index-new',
  clockDifferenceMs: 120,
  roundTripMs: 4,
};
const GONE: ProgramLink = { ...LINK, connections: 0, connectedSinceAt: null, lastSeenAt: minutesAgo(38) };
const FLOOR = both('一楼大厅', 'Ground floor');

function station(kind: StationHealth['kind'], id: string, change: Partial<StationHealth> = {}): StationHealth {
  return { kind, id, zoneName: FLOOR, windowLabel: null, link: LINK, devices: [], ...change };
}

const ready = (kind: StationHealth['devices'][number]['device']['kind']) => ({
  device: { kind, state: 'ready', code: null } as const,
  sinceAt: minutesAgo(165),
});
const KIOSK_DEVICES = [ready('idCardReader'), ready('ticketPrinter')];

const pads = ['1', '2', '3', '4'].map((label) =>
  station('window', `pad-0${label}`, { windowLabel: label, devices: [ready('evaluationPad')] }),
);

function report(change: Partial<HealthReport>): HealthReport {
  return HealthReport.parse({
    at: HALL_TIME,
    hall: {
      name: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
      timeZone: 'Asia/Shanghai',
      businessDay: '2026-11-23',
    },
    server: {
      version: '1.2.0',
      startedAt: minutesAgo(3 * 1_440),
      isWriting: true,
      clockBehindMs: 0,
      lastSeq: 18_204,
      lastEventAt: minutesAgo(0),
      lastCommitMs: 2.4,
      memoryBytes: 120_000_000,
    },
    storage: { journalBytes: 48_200_000, freeBytes: 80.4e9, totalBytes: 120e9 },
    pages: [
      { page: 'board', build: 'index-new' },
      { page: 'clerk', build: 'index-new' },
    ],
    stations: [
      station('kiosk', 'kiosk-1', { devices: KIOSK_DEVICES }),
      station('kiosk', 'kiosk-2', { devices: KIOSK_DEVICES }),
      station('board', 'board-hall'),
      ...pads,
      station('windowScreen', 'screen-01', { windowLabel: '1' }),
    ],
    consoles: ['1', '3'].map((windowLabel) => ({ windowLabel, link: LINK })),
    strangers: [],
    ...change,
  } satisfies HealthReport);
}

export const QUIET_REPORT = report({});

export const TROUBLED_REPORT = report({
  storage: { journalBytes: 48_200_000, freeBytes: 0.8e9, totalBytes: 120e9 },
  stations: [
    station('kiosk', 'kiosk-1', {
      devices: [
        ready('idCardReader'),
        {
          device: { kind: 'ticketPrinter', state: 'fault', code: 'paperOut', paperLeftMm: 0 },
          sinceAt: minutesAgo(4),
        },
      ],
    }),
    station('kiosk', 'kiosk-2', { link: { ...LINK, clockDifferenceMs: -41_000 }, devices: KIOSK_DEVICES }),
    station('board', 'board-hall', { link: { ...LINK, build: 'index-old' } }),
    station('board', 'board-floor2-government-affairs', { link: GONE, zoneName: both('二楼', 'First floor') }),
    ...pads.map((pad, place) => (place === 3 ? { ...pad, link: { ...GONE, lastSeenAt: minutesAgo(2_000) } } : pad)),
    station('windowScreen', 'screen-01', { windowLabel: '1', link: { ...GONE, lastSeenAt: null } }),
  ],
  consoles: [
    { windowLabel: '1', link: LINK },
    { windowLabel: null, link: { ...LINK, build: 'index-old', clockDifferenceMs: 3_100 } },
  ],
  strangers: [{ kind: 'terminal', id: 'kiosk-scrapped', link: LINK }],
});
