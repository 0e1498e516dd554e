// A staff's page that nobody touches says so once; touched and left again, once more.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runStaffLimit } from './staff-limit.ts';

const LIMIT_MS = 20_000;
const NO_FINGERS = { count: () => 0, subscribe: () => () => undefined };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('untouched, it is over once, however long it stays; a key begins it anew', () => {
  const onOver = vi.fn();
  const stop = runStaffLimit(LIMIT_MS, NO_FINGERS, onOver);
  vi.advanceTimersByTime(LIMIT_MS - 1_000);
  expect(onOver).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(10 * LIMIT_MS);
  expect(onOver).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(10 * LIMIT_MS);
  expect(onOver).toHaveBeenCalledTimes(2);
  stop();
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(10 * LIMIT_MS);
  expect(onOver).toHaveBeenCalledTimes(2);
});
