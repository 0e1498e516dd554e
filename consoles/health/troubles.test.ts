// From a report to what the technician is told: thresholds, order, and when to be still.
import { describe, expect, it } from 'vitest';
import { HealthReport } from '@jiaohao/contracts/health';
import type { ProgramLink, StationHealth } from '@jiaohao/contracts/health';
import { clockLevel, paperLeftWords } from './station-troubles.ts';
import { troublesOf } from './troubles.ts';

const AT = 1_795_323_600_000;
const LINK: ProgramLink = {
  connections: 1,
  connectedSinceAt: AT - 3_600_000,
  lastSeenAt: AT,
  version: '0.1.0',
  build: 'index-new',
  clockDifferenceMs: 12,
  roundTripMs: 4,
};
const ABSENT: ProgramLink = { ...LINK, connections: 0, connectedSinceAt: null, lastSeenAt: AT - 60_000 };

function station(kind: StationHealth['kind'], id: string, change: Partial<StationHealth> = {}): StationHealth {
  return { kind, id, zoneName: null, windowLabel: null, link: LINK, devices: [], ...change };
}

function report(change: Partial<HealthReport> = {}): HealthReport {
  return HealthReport.parse({
    at: AT,
    hall: { name: { zh: '大厅', en: 'Hall' }, timeZone: 'Asia/Shanghai', businessDay: '2026-11-23' },
    server: {
      version: '0.1.0',
      startedAt: AT - 3_600_000,
      isWriting: true,
      clockBehindMs: 0,
      lastSeq: 7,
      lastEventAt: AT,
      lastCommitMs: 2,
      memoryBytes: 1,
    },
    storage: { journalBytes: 1, freeBytes: 80e9, totalBytes: 100e9 },
    pages: [{ page: 'board', build: 'index-new' }],
    stations: [station('kiosk', 'k1'), station('board', 'b1')],
    consoles: [],
    strangers: [],
    ...change,
  } satisfies HealthReport);
}

const keys = (from: HealthReport) => troublesOf(from).map(({ key, level }) => `${level} ${key}`);

describe('what is to be done', () => {
  it('nothing, while all is well', () => {
    expect(troublesOf(report())).toEqual([]);
  });

  it('what is not connected is told by kind, once, while the hall is open', () => {
    const screens = Array.from({ length: 30 }, (_, no) => station('windowScreen', `s${no}`, { link: ABSENT }));
    const stations = [station('kiosk', 'k1', { link: ABSENT }), ...screens];
    const troubles = troublesOf(report({ stations }));
    expect(troubles.map(({ key }) => key)).toEqual(['missing kiosk', 'missing windowScreen']);
    expect(troubles[0]?.title.first).toContain('k1');
    expect(troubles[0]?.sinceAt).toBe(AT - 60_000);
    expect(troubles[1]?.title.first).toContain('30 台');
    const { hall, server } = report();
    expect(keys(report({ stations, hall: { ...hall, businessDay: null } }))).toEqual([]);
    const justStarted = { ...server, startedAt: AT - 5_000 };
    expect(keys(report({ stations, server: justStarted }))).toEqual(['info settling']);
    expect(keys(report({ server: justStarted }))).toEqual([]);
    expect(keys(report({ stations, hall: { ...hall, businessDay: null }, server: justStarted }))).toEqual([]);
  });

  it('clocks: from two seconds a warning, from thirty bad, and only what the measurement is sure of', () => {
    const level = (clockDifferenceMs: number, roundTripMs: number) =>
      clockLevel({ ...LINK, clockDifferenceMs, roundTripMs });
    expect([level(1_999, 0), level(2_000, 0), level(-2_000, 0)]).toEqual([null, 'warn', 'warn']);
    expect([level(29_999, 0), level(-30_000, 0)]).toEqual(['warn', 'bad']);
    expect([level(2_500, 1_001), level(2_500, 1_000)]).toEqual([null, 'warn']);
    expect(clockLevel({ ...ABSENT, clockDifferenceMs: 90_000 })).toBeNull();
    expect(clockLevel({ ...LINK, clockDifferenceMs: null })).toBeNull();
  });

  it('devices: a fault is bad, paper near its end a warning; of a terminal that is gone nothing is known', () => {
    const devices: StationHealth['devices'] = [
      { device: { kind: 'ticketPrinter', state: 'ready', code: 'paperNearEnd' }, sinceAt: AT },
      { device: { kind: 'idCardReader', state: 'fault', code: 'portLost' }, sinceAt: AT },
      { device: { kind: 'evaluationPad', state: 'starting', code: null }, sinceAt: AT },
    ];
    const told = (link: ProgramLink) => keys(report({ stations: [station('kiosk', 'k1', { devices, link })] }));
    expect(told(LINK)).toEqual(['bad device k1 idCardReader 1', 'warn device k1 ticketPrinter']);
    expect(told(ABSENT)).toEqual(['bad missing kiosk']);
  });

  it('reader and printer that both answer wrongly may be swapped, and it says so; the estimate of paper is told in metres', () => {
    const fault = (kind: 'idCardReader' | 'ticketPrinter', code: string) =>
      ({ device: { kind, state: 'fault', code, paperLeftMm: 12_900 }, sinceAt: AT }) as const;
    const todos = (...codes: [string, string]) => {
      const devices = [fault('idCardReader', codes[0]), fault('ticketPrinter', codes[1])];
      return troublesOf(report({ stations: [station('kiosk', 'k1', { devices })] })).map(({ todo }) => todo.first);
    };
    expect(todos('noReply', 'badReply').every((todo) => todo.includes('接反'))).toBe(true);
    expect(todos('noReply', 'paperOut').some((todo) => todo.includes('接反'))).toBe(false);
    expect(paperLeftWords(fault('ticketPrinter', 'coverOpen').device)).toContain('12 米');
    expect(paperLeftWords({ kind: 'ticketPrinter', state: 'ready', code: null })).toBe('');
  });

  it('every trouble says what to do, also for a code that nobody knows', () => {
    const device = { kind: 'ticketPrinter', state: 'fault', code: 'somethingNew' } as const;
    const stations = [station('kiosk', 'k1', { devices: [{ device, sinceAt: AT }] })];
    const [trouble] = troublesOf(report({ stations }));
    expect(trouble?.title.first).toBe('k1 的打印机：故障');
    expect(trouble?.todo.first).not.toBe('');
  });

  it('disk, storage, clock of the server, configuration', () => {
    const { server, hall } = report();
    const disk = (freeBytes: number) => keys(report({ storage: { journalBytes: 1, freeBytes, totalBytes: 100e9 } }));
    expect([disk(5e9), disk(4e9), disk(0.9e9)]).toEqual([[], ['warn diskLow'], ['bad diskLow']]);
    expect(keys(report({ storage: null }))).toEqual([]);
    expect(keys(report({ server: { ...server, isWriting: false } }))).toEqual(['bad storageFull']);
    expect(keys(report({ server: { ...server, clockBehindMs: 60_000 } }))).toEqual(['bad clockBehind']);
    expect(keys(report({ hall: { ...hall, name: null } }))).toEqual(['bad notConfigured']);
  });

  it('another version and another build are told; a page that the server does not have is no reason', () => {
    const link = (change: Partial<ProgramLink>) => ({ link: { ...LINK, ...change } });
    const told = (one: StationHealth) => keys(report({ stations: [one] }));
    expect(told(station('board', 'b1', link({ build: 'index-old' })))).toEqual(['warn otherBuild']);
    expect(told(station('kiosk', 'k1', link({ version: '0.0.9', build: null })))).toEqual(['warn otherBuild']);
    expect(told(station('windowScreen', 'd1', link({ build: 'index-old' })))).toEqual([]);
  });

  it('a tablet pad is told as one: dark, or with a page of yesterday', () => {
    const [dark] = troublesOf(report({ stations: [station('pad', 'pad-14', { windowLabel: '14', link: ABSENT })] }));
    expect(dark).toMatchObject({ key: 'missing pad', level: 'warn' });
    expect(dark?.title.first).toBe('平板评价器未连接：14 号窗口 pad-14');
    const stations = [station('pad', 'pad-14', { link: { ...LINK, build: 'index-old' } })];
    const pages = [{ page: 'pad', build: 'index-new' }];
    expect(keys(report({ stations, pages }))).toEqual(['warn otherBuild']);
  });

  it('strangers are told, and the worst comes first', () => {
    const strangers: HealthReport['strangers'] = [{ kind: 'terminal', id: 'scrapped', link: LINK }];
    const stations = [station('board', 'b1', { link: ABSENT })];
    expect(keys(report({ strangers, stations }))).toEqual(['bad missing board', 'warn strangers']);
  });
});
