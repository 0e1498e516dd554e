// A roll is told in few steps, and never as more than there is.
import { expect, test } from 'vitest';
import { paperStep } from './paper-steps.ts';

test('whole 5 m, below 10 m whole metres, never rounded up', () => {
  const steps = [80_000, 79_999, 10_000, 9_999, 1_000, 999, 0].map(paperStep);
  expect(steps).toEqual([80_000, 75_000, 10_000, 9_000, 1_000, 0, 0]);
  expect(paperStep(null)).toBeNull();
});

test('a roll of 80 m is told 25 times', () => {
  const told = new Set(Array.from({ length: 616 }, (_, tickets) => paperStep(Math.max(0, 80_000 - tickets * 130))));
  expect(told.size).toBe(25);
});
