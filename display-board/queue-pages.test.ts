// Proves the pages of queues and the words for a wait.
import { describe, expect, it } from 'vitest';
import { queuePageAt, waitText } from './queue-pages.ts';

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
