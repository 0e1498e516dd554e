// The checker must find what is planted: each test takes a good day and spoils one thing.
import { describe, expect, it } from 'vitest';
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { checkDay, quantile } from './checker.ts';
import { openOnScreens } from './api-snapshot.ts';
import { differentViews } from './replay.ts';

const name = (text: string) => ({ zh: text, en: text });
const config = HallConfig.parse({
  hall: { hallId: 'test', name: name('Test') },
  zones: [{ zoneId: 'z1', name: name('Z'), floor: 1 }],
  queues: ['a', 'b'].map((queueId) => ({ queueId, name: name(queueId), prefix: queueId.toUpperCase(), zoneId: 'z1' })),
  serviceItems: [{ serviceItemId: 'ia', name: name('IA'), queueId: 'a' }],
  windows: [
    { windowId: 'w1', label: '1', zoneId: 'z1', queueIds: ['a', 'b'] },
    { windowId: 'w2', label: '2', zoneId: 'z1', queueIds: ['b'] },
  ],
  hours: {},
});

const issue = (ticketId: number, ticketNumber: string): EventBody => ({
  type: 'TicketIssued',
  ticketId,
  ticketNumber,
  queueId: ticketNumber.startsWith('A') ? 'a' : 'b',
  serviceItemId: null,
  personRef: null,
  priorityClass: 'ordinary',
  priorityReason: null,
  peopleAhead: 0,
  estimatedWaitMs: null,
  channel: 'kiosk',
  terminalId: 'k1',
});
const call = (ticketId: number, windowId: string, callSeq: number): EventBody => ({
  type: 'TicketCalled',
  callSeq,
  ticketId,
  windowId,
  callCount: 1,
  staffNo: '1',
});
const start = (ticketId: number, windowId: string): EventBody => ({
  type: 'ServingStarted',
  ticketId,
  windowId,
  startedAt: 0,
  inferred: false,
});
const finish = (ticketId: number, windowId: string): EventBody => ({
  type: 'ServingFinished',
  ticketId,
  windowId,
  staffNo: '1',
  servingMs: 1,
});
const missed = (ticketId: number, windowId: string): EventBody => ({
  type: 'TicketMissed',
  ticketId,
  windowId,
  seen: true,
});

/** One event a second. */
const journal = (...bodies: EventBody[]): HallEvent[] =>
  bodies.map((body, at) => ({ ...body, seq: at + 1, at: at * 1_000, who: { kind: 'admin' } }));
const goodDay = [
  issue(1, 'B001'),
  issue(2, 'A001'),
  issue(3, 'B002'),
  call(1, 'w1', 4),
  call(3, 'w2', 5),
  start(1, 'w1'),
  missed(3, 'w2'),
  finish(1, 'w1'),
  call(2, 'w1', 9),
  start(2, 'w1'),
  finish(2, 'w1'),
];
const figuresOf = (...bodies: EventBody[]) => checkDay(journal(...bodies), config).figures;

describe('the checker', () => {
  it('finds nothing in a good day', () => {
    expect(checkDay(journal(...goodDay), config)).toEqual({
      figures: {
        issued: 3,
        called: 3,
        finished: 2,
        missed: 1,
        duplicateNumbers: 0,
        doubleCalls: 0,
        orderViolations: 0,
        openTickets: 0,
        waitP50Ms: 3_000,
        waitP90Ms: 7_000,
      },
      problems: [],
    });
  });

  it('finds a number given twice', () => {
    expect(figuresOf(...goodDay, issue(12, 'A001'))).toMatchObject({ duplicateNumbers: 1, openTickets: 1 });
  });

  it('finds a ticket called at two windows, and a window that calls with one open', () => {
    expect(figuresOf(issue(1, 'B001'), call(1, 'w1', 2), call(1, 'w2', 3)).doubleCalls).toBe(1);
    const two = [issue(1, 'B001'), issue(2, 'B002'), call(1, 'w1', 3), call(2, 'w1', 4)];
    expect(figuresOf(...two).doubleCalls).toBe(1);
  });

  it('finds somebody called before one who came earlier, in the queue and between the queues of a window', () => {
    expect(figuresOf(issue(1, 'B001'), issue(2, 'B002'), call(2, 'w2', 3)).orderViolations).toBe(1);
    expect(figuresOf(issue(1, 'B001'), issue(2, 'A001'), call(2, 'w1', 3)).orderViolations).toBe(1);
    expect(figuresOf(issue(1, 'A001'), issue(2, 'B001'), call(2, 'w2', 3)).orderViolations).toBe(0);
  });

  it.each([
    ['waits', goodDay.slice(0, 8)],
    ['is called', goodDay.slice(0, 9)],
    ['is served', goodDay.slice(0, 10)],
    ['has expired', [...goodDay.slice(0, 10), { type: 'TicketExpired', ticketId: 2, from: 'serving' } as const]],
  ])('counts a ticket as open that %s', (_, bodies) => {
    expect(figuresOf(...bodies).openTickets).toBe(1);
  });

  it('finds a step that a ticket cannot take, and a gap in the journal', () => {
    const finishedUncalled = checkDay(journal(issue(1, 'B001'), finish(1, 'w1')), config);
    expect(finishedUncalled.problems).toHaveLength(2);
    const gap = journal(...goodDay).filter(({ type }) => type !== 'ServingStarted');
    expect(checkDay(gap, config).problems).not.toEqual([]);
  });

  it('finds a view that is another after a restart, or is gone', () => {
    const live = new Map([
      ['kiosk/hall', '1'],
      ['windows/hall', '2'],
    ]);
    expect(differentViews(live, new Map(live))).toEqual([]);
    expect(differentViews(live, new Map([['kiosk/hall', '9']]))).toEqual(['kiosk/hall', 'windows/hall']);
  });

  it('sees a ticket that a window still shows', () => {
    const views = new Map([['clerkCalls/w1', JSON.stringify({ ticket: { ticketNumber: 'A001' } })]]);
    expect(openOnScreens(views)).toBe(1);
  });

  it('takes the smallest value that a share does not exceed', () => {
    expect([0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share))).toEqual([5, 9, 10]);
    expect(quantile([], 0.5)).toBeNull();
  });
});
