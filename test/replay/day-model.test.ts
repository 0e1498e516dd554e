// The arithmetic of a replayed day: how many, when, at how many windows, and what fits into a business day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayModel, windowsOf } from './day-model.ts';
import { NotReplayable, daySchedule, localMidnight, prefixesFor, replayHall } from './hall-plan.ts';
import type { OfficeDay, QueueDay } from './office-day.ts';

const queue = (change: Partial<QueueDay> = {}): QueueDay => ({
  queueId: '158',
  letter: 'A',
  waitingAtOpening: 0,
  openingStep: 0,
  openCounters: new Map([[2, 1]]),
  arrivals: [],
  ...change,
});
const day = (...queues: QueueDay[]): OfficeDay => ({
  office: 'North',
  date: '2020-01-02',
  stepMinutes: [480, 485, 495],
  queues,
});
const MINUTE_MS = 60_000;

describe('the model of a day', () => {
  it('issues the first waiting of each queue and every arrival', () => {
    const arrivals = fc.array(fc.record({ step: fc.nat(2), count: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.nat(30), arrivals, fc.nat(), (waitingAtOpening, own, seed) => {
        const { visitors } = dayModel(day(queue({ waitingAtOpening, arrivals: own })), seed);
        expect(visitors).toHaveLength(waitingAtOpening + own.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });

  it('spreads arrivals evenly inside their step', () => {
    const { visitors } = dayModel(day(queue({ arrivals: [{ step: 2, count: 10 }] })), 7);
    visitors.forEach(({ arrivesMs }, nth) => {
      expect(arrivesMs).toBeGreaterThanOrEqual((485 + nth) * MINUTE_MS);
      expect(arrivesMs).toBeLessThanOrEqual((486 + nth) * MINUTE_MS);
    });
  });

  it('is the same for a seed and another for another', () => {
    const busy = day(queue({ waitingAtOpening: 5, arrivals: [{ step: 1, count: 20 }] }));
    expect(dayModel(busy, 3)).toEqual(dayModel(busy, 3));
    expect(dayModel(busy, 3).visitors).not.toEqual(dayModel(busy, 4).visitors);
  });

  it('serves log-normally around four minutes, and eight in a hundred do not come', () => {
    const { visitors } = dayModel(day(queue({ waitingAtOpening: 20_000 })), 1);
    const times = visitors.map(({ servingMs }) => servingMs).sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0) / MINUTE_MS;
    expect(at(0.5)).toBeCloseTo(4, 0);
    expect(at(0.8413) / at(0.5)).toBeCloseTo(Math.exp(0.7), 0);
    expect(visitors.filter(({ comes }) => !comes).length / visitors.length).toBeCloseTo(0.08, 2);
  });

  it.each([
    [[], 1],
    [[[3, 5]], 3],
    [
      [
        [2, 1],
        [3, 1],
      ],
      3,
    ],
    [
      [
        [1, 4],
        [9, 3],
      ],
      1,
    ],
    [
      [
        [4, 1],
        [1, 1],
        [22, 1],
      ],
      4,
    ],
  ] as [number[][], number][])('has as many windows as the median of the open counters: %j', (counters, windows) => {
    expect(windowsOf({ openCounters: new Map(counters as [number, number][]) })).toBe(windows);
  });

  it('says when the last one leaves and how long each waits', () => {
    const one = dayModel(day(queue({ waitingAtOpening: 2, openCounters: new Map([[1, 1]]) })), 5);
    const [first, second] = one.visitors;
    const servedMs = (visitor = first) => (visitor?.comes === true ? visitor.servingMs : 30_000);
    expect(one.waitsMs).toEqual([0, servedMs(first)]);
    expect(one.endsMs).toBe(480 * MINUTE_MS + servedMs(first) + servedMs(second));
  });
});

describe('the hall of a day', () => {
  it('gives every queue a prefix of its own', () => {
    const letters = ['A', 'A', 'B', 'Ł', 'b', 'AA', '12'];
    const prefixes = prefixesFor(letters.map((letter, at) => ({ letter, queueId: String(at), windows: 1 })));
    expect(prefixes).toEqual(['A', 'AA', 'B', 'C', 'BA', 'AB', 'D']);
  });

  it('has the windows of each queue', () => {
    const model = dayModel(day(queue(), queue({ queueId: '9', openCounters: new Map([[3, 1]]) })), 1);
    const { config } = replayHall(model);
    expect(config.windows.map(({ queueIds }) => queueIds[0])).toEqual(['q158', 'q158', 'q9', 'q9', 'q9']);
  });

  it('is refused where the limits of a hall are too small', () => {
    const model = dayModel(day(queue({ openCounters: new Map([[401, 1]]) })), 1);
    expect(() => replayHall(model)).toThrow(NotReplayable);
  });

  it('begins earlier when the last one would leave after midnight, and not at all when a day is too short', () => {
    const long = (waitingAtOpening: number) =>
      dayModel(day(queue({ waitingAtOpening, openCounters: new Map([[1, 1]]) })), 1);
    expect(daySchedule(long(10), 300).shiftMs).toBe(0);
    const { shiftMs, clockStartAt, midnightAt } = daySchedule(long(200), 300);
    expect(shiftMs).toBeGreaterThan(0);
    expect(clockStartAt).toBeGreaterThanOrEqual(midnightAt);
    expect(long(200).endsMs - shiftMs).toBeLessThan(24 * 60 * MINUTE_MS);
    expect(() => daySchedule(long(400), 300)).toThrow(NotReplayable);
  });

  it('finds local midnight in winter and in summer', () => {
    expect(new Date(localMidnight('2020-01-02')).toISOString()).toBe('2020-01-01T23:00:00.000Z');
    expect(new Date(localMidnight('2020-07-02')).toISOString()).toBe('2020-07-01T22:00:00.000Z');
  });
});
