// The arithmetic of a figure: medians, the direction of a ratio, and when a reference was too unsteady.
import { describe, expect, it } from 'vitest';
import { PAIRS, figureOf, measure, quantile } from './figure.ts';

const TIME = { name: 'a', unit: 'ms', limit: 2, kind: 'time' } as const;

describe('a figure', () => {
  it('is a median over a median', () => {
    expect(figureOf(TIME, [9, 3, 4], [2, 2, 90])).toMatchObject({ value: 4, reference: 2, ratio: 2, limit: 2 });
  });

  it('turns a rate, so that its limit is a maximum too', () => {
    expect(figureOf({ ...TIME, kind: 'rate' }, [500], [1_000]).ratio).toBe(2);
  });

  it('is noisy when the middle half of its reference spreads over 30 %', () => {
    expect(figureOf(TIME, [1], [100, 101, 102, 103, 900]).noisy).toBe(false);
    expect(figureOf(TIME, [1], [100, 100, 102, 140, 150]).noisy).toBe(true);
  });

  it('comes from interleaved rounds without the first, and is taken again while it is noisy', async () => {
    const calls: string[] = [];
    let factor = 1;
    const round = (name: string, value: () => number) => () => {
      calls.push(name);
      return Promise.resolve([value()]);
    };
    const steady = await measure(
      [TIME],
      round('ours', () => 6),
      round('bare', () => 3),
    );
    expect(steady[0]).toMatchObject({ ratio: 2, noisy: false });
    expect(calls.filter((name) => name === 'ours')).toHaveLength(PAIRS + 1);
    expect(calls.slice(0, 6)).toEqual(['bare', 'ours', 'ours', 'bare', 'bare', 'ours']);
    const wild = await measure(
      [TIME],
      round('wild', () => 6),
      round('bare', () => (factor = factor * 2)),
    );
    expect(wild[0]?.noisy).toBe(true);
    expect(calls.filter((name) => name === 'wild')).toHaveLength(3 * (PAIRS + 1));
  });

  it('interpolates quantiles', () => {
    expect([quantile([1, 2, 3, 4], 0.5), quantile([5], 0.99), quantile([0, 10], 0.75)]).toEqual([2.5, 5, 7.5]);
  });
});
