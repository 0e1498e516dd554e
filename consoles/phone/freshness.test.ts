// After fifteen seconds of silence the phone no longer claims to be up to date; a title that a background tab can be found by.
import { expect, it } from 'vitest';
import type { TicketView } from '@jiaohao/contracts/views';
import { freshnessAt } from './freshness.ts';
import { titleOf } from './words.ts';

it('is fresh for fifteen seconds, then says since when', () => {
  expect(freshnessAt(100_000, null)).toEqual({ kind: 'fresh' });
  expect(freshnessAt(115_000, 100_000)).toEqual({ kind: 'fresh' });
  expect(freshnessAt(115_001, 100_000)).toEqual({ kind: 'stale', at: 100_000 });
});

const place = { zoneName: { zh: 'A 区', en: 'Area A' }, floor: 1 };
const ticket: TicketView = {
  ...{ seq: 1, hallName: { zh: '大厅', en: 'Hall' }, timeZone: 'Asia/Shanghai', ticketId: 7, ticketNumber: 'A018' },
  ...{ queueId: 'q1', serviceName: { zh: '社保', en: 'Social' }, state: 'waiting', waitingPlace: place, call: null },
};

it('the tab says the number, and where to when it is called', () => {
  const call = { callSeq: 9, calledAt: 1, callCount: 1, windowLabel: '12', place };
  expect(titleOf(ticket)).toBe('A018');
  expect(titleOf({ ...ticket, state: 'called', call })).toBe('A018 请到 12 号窗口');
  expect(titleOf({ ...ticket, state: 'missed' })).toBe('A018 已过号');
});
