// A program that was started through npm ends when npm does: its parent becomes another process.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parentGone } from './parent-gone.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('told once the parent is another one, and not before', async () => {
  const family = { ppid: 40 };
  const told = vi.fn();
  void parentGone(family).then(told);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(told).not.toHaveBeenCalled();
  family.ppid = 1;
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
