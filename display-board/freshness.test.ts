// Proves at which ages a display loses faith in itself.
import { describe, expect, it } from 'vitest';
import { freshnessAt, nextFreshnessAt } from './freshness.ts';

describe('freshness', () => {
  it.each([
    [0, 'fresh'],
    [4_999, 'fresh'],
    [5_000, 'interrupted'],
    [14_999, 'interrupted'],
    [15_000, 'stale'],
    [299_999, 'stale'],
    [300_000, 'expired'],
  ])('%i ms after the last heartbeat it is %s', (ageMs, expected) => {
    expect(freshnessAt(70_000, 70_000 + ageMs)).toBe(expected);
  });

  it('names the next fall, and none after the last', () => {
    expect([0, 5_000, 15_000, 300_000].map((ageMs) => nextFreshnessAt(1_000, 1_000 + ageMs))).toEqual([
      6_000,
      16_000,
      301_000,
      null,
    ]);
  });
});
