// Proves the pages of queues and the words for a wait.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { queuePageAt, rowsFor, waitText } from './queue-pages.ts';

const queues = (count: number) =>
  Array.from({ length: count }, (_each, place) => ({
    queueId: `q${place}`,
    name: { zh: `业务${place}`, en: `Business ${place}` },
    waiting: place,
    estimatedWaitMs: null,
  }));
const ids = (count: number, now: number) => queuePageAt(queues(count), now).queues.map((queue) => queue.queueId);

describe('queue pages', () => {
  it('needs no turning for seven', () => {
    expect(ids(7, 12_000)).toHaveLength(7);
    expect(queuePageAt(queues(7), 12_000).nextAt).toBeNull();
  });

  it('turns every 12 s and shows the rest, then the first again', () => {
    expect(ids(9, 11_999)).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
    expect(ids(9, 12_000)).toEqual(['q7', 'q8']);
    expect(ids(9, 24_000)[0]).toBe('q0');
    expect(queuePageAt(queues(9), 12_001).nextAt).toBe(24_000);
  });
});

describe('waits', () => {
  it.each([
    [null, '空闲'],
    [0, '约1分'],
    [60_000, '约1分'],
    [60_001, '约2分'],
    [7_200_000, '约120分'],
  ])('%s ms is said as %s', (waitMs, expected) => {
    expect(waitText(waitMs)).toBe(expected);
  });
});

describe('names of any length', () => {
  const named = (name: string) => ({ queueId: name, name: { zh: name, en: name }, waiting: 0, estimatedWaitMs: null });

  it('gives a long name more rows instead of less letters', () => {
    expect(rowsFor(named('社会保险'), 'landscape')).toBe(1);
    expect(rowsFor(named('不动产抵押权首次登记（含预告登记）'), 'landscape')).toBe(1);
    expect(rowsFor(named('长'.repeat(60)), 'landscape')).toBe(3);
    expect(rowsFor(named('长'.repeat(60)), 'portrait')).toBe(1);
  });

  it('never puts more on a page than seven rows, and loses no queue', () => {
    const length = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.array(length, { minLength: 8, maxLength: 60 }), (lengths) => {
        const all = lengths.map((each, place) => ({ ...named('长'.repeat(each)), queueId: String(place) }));
        const seen: string[] = [];
        for (let turn = 0; turn < 60; turn += 1) {
          const page = queuePageAt(all, turn * 12_000).queues;
          expect(page.reduce((rows, queue) => rows + rowsFor(queue, 'landscape'), 0)).toBeLessThanOrEqual(7);
          seen.push(...page.map((queue) => queue.queueId));
        }
        expect(new Set(seen).size).toBe(all.length);
      }),
    );
  });
});
