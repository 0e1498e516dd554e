// The keeper must take a line up again after every kind of absence, say so once, and leave nothing behind when stopped.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLine } from './memory-port.ts';
import { portUnavailable, wrongDevice } from './port-faults.ts';
import { PortKeeper } from './port-keeper.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function keep(name: string) {
  const line = memoryLine(name);
  const told: string[] = [];
  const port = line.hostPort();
  const keeper = new PortKeeper(port, (change) =>
    told.push(change.type === 'lost' ? `lost ${change.error.code}` : change.type),
  );
  return { line, told, port, keeper };
}

test('opens, loses and takes up again; a long absence is told once', async () => {
  const { line, told, port, keeper } = keep('keeper-returns');
  keeper.start();
  await vi.advanceTimersByTimeAsync(0);
  line.unplug();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['opened', 'lost portLost']);
  line.replug();
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(['opened', 'lost portLost', 'opened']);
  await keeper.stop();
  expect(port.isOpen).toBe(false);
  expect(told).toHaveLength(3);
});

test('a line that is not there at the start is taken up when it comes; attempts grow to two seconds and no further', async () => {
  const { line, told, port, keeper } = keep('keeper-late');
  line.unplug();
  const attempts = vi.spyOn(port, 'open');
  keeper.start();
  await vi.advanceTimersByTimeAsync(250 + 500 + 1000 + 2000 + 2000);
  expect(attempts).toHaveBeenCalledTimes(6);
  line.replug();
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(['lost portUnavailable', 'opened']);
  await keeper.stop();
});

test('a line that vanishes while it is being opened is lost, not opened', async () => {
  const { line, told, keeper } = keep('keeper-vanishes');
  keeper.start();
  line.unplug();
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual(['lost portLost']);
  line.replug();
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toEqual(['lost portLost', 'opened']);
  await keeper.stop();
});

test('after stop no timer runs and nothing is told', async () => {
  const { line, told, keeper } = keep('keeper-stops');
  line.unplug();
  keeper.start();
  await vi.advanceTimersByTimeAsync(300);
  await keeper.stop();
  expect(vi.getTimerCount()).toBe(0);
  line.replug();
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual(['lost portUnavailable']);
});

test('an absence that turns out to be another device is told as such, once', async () => {
  const { told, port, keeper } = keep('keeper-wrong-device');
  const opening = vi.spyOn(port, 'open').mockRejectedValue(portUnavailable('reader'));
  keeper.start();
  await vi.advanceTimersByTimeAsync(1000);
  opening.mockRejectedValue(wrongDevice('a mouse'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['lost portUnavailable', 'lost wrongDevice']);
  await keeper.stop();
});
