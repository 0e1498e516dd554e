// What reaches the hall of a device: each change, its newest state whatever happened, and few words of one that comes and goes.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import type { DeviceStatusNow } from '../wire/devices.ts';
import { DeviceReports } from './device-reports.ts';
import type { AskHall } from './hall-link.ts';
import type { HallReply, HallRequest } from './hall-reply.ts';

const READY: DeviceStatusNow = { state: 'ready', warning: null };
const LOST: DeviceStatusNow = { state: 'fault', code: 'portLost' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function startReports() {
  const told: DeviceCondition[] = [];
  const words = recordedLog();
  const closing = new AbortController();
  const hall = {
    state: 'up' as AskHall['state'],
    now: () => Date.now(),
    ask: (request: HallRequest) => {
      if (request.type === 'reportDevice') told.push(request.device);
      return Promise.resolve({ ok: true, result: {} } as unknown as HallReply);
    },
  };
  const reports = new DeviceReports({ hall: hall as unknown as AskHall, log: words.log, closing: closing.signal });
  const codes = () => told.map(({ state, code }) => code ?? state);
  return { reports, hall, told, codes, words, closing };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

test('each change is told at once, the same state once, and all of them again when the hall is back', async () => {
  const { reports, hall, codes } = startReports();
  for (const status of [{ state: 'starting' }, READY, READY, LOST] as const) {
    reports.changed('idCardReader', status);
    await settled();
  }
  expect(codes()).toEqual(['starting', 'ready', 'portLost']);
  hall.state = 'down';
  reports.linkChanged();
  hall.state = 'up';
  reports.linkChanged();
  await settled();
  expect(codes()).toEqual(['starting', 'ready', 'portLost', 'portLost']);
});

test('200 times a minute for ten minutes: a few words, said to be unsteady; the last state arrives when it is quiet', async () => {
  const { reports, codes, words } = startReports();
  for (let change = 0; change < 4_000; change += 1) {
    reports.changed('ticketPrinter', change % 2 === 0 ? LOST : READY);
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(codes().length).toBeLessThanOrEqual(10);
  expect(codes().at(-1)).toBe('unsteady');
  expect(words.text().match(/comes and goes/g)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(codes().at(-1)).toBe('ready');
  expect(vi.getTimerCount()).toBe(0);
});

test('one that flaps once and stays is told as it stays, and the others are not held up', async () => {
  const { reports, told } = startReports();
  for (let change = 0; change < 40; change += 1) reports.changed('ticketPrinter', change % 2 === 0 ? LOST : READY);
  reports.changed('idCardReader', LOST);
  await settled();
  expect(told.find(({ kind }) => kind === 'idCardReader')).toMatchObject({ code: 'portLost' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told.findLast(({ kind }) => kind === 'ticketPrinter')).toMatchObject({ state: 'ready', code: null });
});

test('paper goes with the state, and little of it warns where no sensor does', async () => {
  const { reports, told } = startReports();
  reports.changed('ticketPrinter', READY);
  for (const leftMm of [20_000, 3_000, 2_000]) {
    reports.paperLeft('ticketPrinter', leftMm);
    await settled();
  }
  reports.changed('ticketPrinter', LOST);
  await settled();
  reports.paperLeft('ticketPrinter', null);
  await settled();
  expect(told.map(({ code, paperLeftMm }) => [code, paperLeftMm])).toEqual([
    [null, undefined],
    [null, 20_000],
    [null, 3_000],
    ['paperNearEnd', 2_000],
    ['portLost', 2_000],
    ['portLost', undefined],
  ]);
});

test('a terminal that ends waits for no quiet', async () => {
  const { reports, closing } = startReports();
  for (let change = 0; change < 40; change += 1) reports.changed('ticketPrinter', change % 2 === 0 ? LOST : READY);
  await settled();
  closing.abort();
  await settled();
  expect(vi.getTimerCount()).toBe(0);
});
