// How long the seat holds a person's number for a page that is gone: a moment for a closed browser, longer where the host brings it back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { restartDelayMs } from '../electron/back-off.ts';
import { PageSeat } from './page-seat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig() {
  const gone: number[] = [];
  const desk = {
    hears: z.string(),
    says: z.string(),
    greet: () => [],
    listen: () => () => undefined,
    handle: () => undefined,
    pageLeft: () => void gone.push(Date.now()),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const seat = new PageSeat(desk, log);
  return { seat, gone, page: (id = 'one') => seat.admit(id, () => undefined) };
}

test('a closed browser: its person has left after five seconds', () => {
  const { page, gone } = rig();
  page().left();
  vi.advanceTimersByTime(4_999);
  expect(gone).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(gone).toHaveLength(1);
});

test('a page that the host brings back finds its person after the longest pause', () => {
  const { page, gone } = rig();
  const longestMs = restartDelayMs(Array<number>(20).fill(0), 0);
  page().left('broughtBack');
  vi.advanceTimersByTime(longestMs + 10_000);
  expect(gone).toHaveLength(0);
  page('two');
  vi.advanceTimersByTime(600_000);
  expect(gone).toHaveLength(0);
});

test('a page that is not brought back after all: its person has left in the end', () => {
  const { page, gone } = rig();
  page().left('broughtBack');
  vi.advanceTimersByTime(45_000);
  expect(gone).toHaveLength(1);
});
