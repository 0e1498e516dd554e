// For tests with the clock in hand (vi.useFakeTimers): lets time pass from timer to timer until something holds, however busy the machine is.
import { expect, vi } from 'vitest';

/** More than any story here needs; a poll every two seconds passes hours. */
const STEPS = 5000;

export async function until(what: () => unknown, value: unknown): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  for (let step = 0; step < STEPS && !isEqual(what(), value); step += 1) await vi.advanceTimersToNextTimerAsync();
  expect(what()).toEqual(value);
}

/** What the promise gives, once time enough has passed. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  let state = 'waiting';
  const note = (): void => void (state = 'settled');
  promise.then(note, note);
  await until(() => state, 'settled');
  return promise;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
