// Rounds of status questions: who waits for whom, and for how long, when a question could not be sent or was not answered.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeviceError } from '../../device-error.ts';
import { StatusAsker } from './status-asker.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

const TIMEOUT_MS = 500;
/** Bits 1 and 4 alone: nothing is wrong (docs/protocols/ticket-printer.md, "Status"). */
const FINE = 0x12;

/** `answers` says for each question in turn what becomes of it; from the last on they are answered. */
function askerWith(answers: readonly ('refused' | 'silent')[]): { asker: StatusAsker; asked: number[] } {
  const asked: number[] = [];
  const asker = new StatusAsker(
    (question) => {
      asked.push(question[2] ?? 0);
      const fate = answers[asked.length - 1];
      if (fate === 'refused') return Promise.reject(new DeviceError('deviceBusy', 'test', { isRetryable: true }));
      if (fate === undefined) queueMicrotask(() => asker.heard(FINE));
      return Promise.resolve();
    },
    () => TIMEOUT_MS,
  );
  return { asker, asked };
}

it('a question that never left is not waited for: the next round begins at once', async () => {
  const { asker, asked } = askerWith(['refused']);
  const rounds = [asker.askAll(), asker.askAll()];
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([1, 1, 2, 3, 4]);
  expect(await Promise.all(rounds)).toEqual([null, expect.objectContaining({ paperEnd: false })]);
});

it('a question without an answer has its time twice: what comes late answers no other', async () => {
  const { asker, asked } = askerWith(['silent']);
  const rounds = [asker.askAll(), asker.askAll()];
  await vi.advanceTimersByTimeAsync(2 * TIMEOUT_MS - 1);
  expect(asker.heard(FINE)).toBe(false);
  expect(asked).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([1, 1, 2, 3, 4]);
  expect(await Promise.all(rounds)).toEqual([null, expect.objectContaining({ paperEnd: false })]);
});

it('an answer that a lost line kept back answers no question after the reconnect', async () => {
  const { asker, asked } = askerWith(['silent']);
  const before = asker.askAll();
  await vi.advanceTimersByTimeAsync(0);
  asker.lost();
  expect(await before).toBeNull();
  const after = asker.askAll();
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
  expect(asker.heard(FINE)).toBe(false);
  expect(asked).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await after).toMatchObject({ paperEnd: false });
});
