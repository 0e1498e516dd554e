// A restart waits for the person who is being served, and only so long.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenFree } from './when-free.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig(isServed: boolean) {
  const state = { isServed, done: 0 };
  whenFree(
    () => state.isServed,
    60_000,
    () => (state.done += 1),
  );
  return state;
}

test('nobody is there: at once', () => {
  expect(rig(false).done).toBe(1);
});

test('somebody is there: when they have left, once', () => {
  const state = rig(true);
  vi.advanceTimersByTime(30_000);
  expect(state.done).toBe(0);
  state.isServed = false;
  vi.advanceTimersByTime(1_000);
  expect(state.done).toBe(1);
  vi.advanceTimersByTime(120_000);
  expect(state.done).toBe(1);
});

test('somebody stays: after the longest wait', () => {
  const state = rig(true);
  vi.advanceTimersByTime(59_000);
  expect(state.done).toBe(0);
  vi.advanceTimersByTime(2_000);
  expect(state.done).toBe(1);
});
