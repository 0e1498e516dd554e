// The runner over a line in memory: what it flushes, wipes and tells when the line goes.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExchangeCommand } from './exchange.ts';
import { ExchangeRunner } from './exchange-runner.ts';
import type { FrameShape } from './framing/frame-splitter.ts';
import { memoryLine, type MemoryLine } from './port/memory-port.ts';
import { collect } from './port/testing/port-probe.ts';
import type { Port } from './port/port.ts';

/** FF, a length, so many bytes. */
const SHAPE: FrameShape = {
  maxFrameBytes: 257,
  judge: (bytes) => {
    if (bytes[0] !== 0xff) return 'notHere';
    const total = 2 + (bytes[1] ?? Number.POSITIVE_INFINITY);
    return bytes.length < total ? 'incomplete' : total;
  },
};

const ASK: ExchangeCommand = { bytes: Uint8Array.of(1), timeoutMs: 1000, accepts: () => true };

let line: MemoryLine;
let host: Port;
let device: Port;
let runner: ExchangeRunner;
let count = 0;

beforeEach(async () => {
  vi.useFakeTimers();
  count += 1;
  line = memoryLine(`runner-${count}`);
  host = line.hostPort();
  device = line.devicePort();
  await Promise.all([host.open(), device.open()]);
  runner = new ExchangeRunner(host, SHAPE, { quietMs: 300, drainLimitBytes: 1000 });
});

afterEach(() => {
  runner.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

async function fromDevice(...bytes: number[]): Promise<void> {
  await device.write(Uint8Array.from(bytes));
  await vi.advanceTimersByTimeAsync(0);
}

test('what came before the question is not its answer', async () => {
  await fromDevice(0xff, 1, 7, 0xff, 1);
  const reply = runner.send(ASK);
  await fromDevice(0xff, 1, 8);
  expect(await reply).toEqual(Uint8Array.of(0xff, 1, 8));
  expect(runner.discardedByteCount).toBe(2);
});

test('a reply behind the head of a frame that never ends is found when time is up', async () => {
  const reply = runner.send(ASK);
  await fromDevice(0xff, 200, 0xff, 1, 8);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await reply).toEqual(Uint8Array.of(0xff, 1, 8));
});

test('silence is noReply; the next question waits until the line is quiet', async () => {
  const asked = collect(device, 2);
  await expect(Promise.all([runner.send(ASK), vi.advanceTimersByTimeAsync(1000)])).rejects.toMatchObject({
    code: 'noReply',
    isRetryable: true,
  });
  const reply = runner.send({ ...ASK, bytes: Uint8Array.of(2) });
  await vi.advanceTimersByTimeAsync(200);
  await fromDevice(0xff, 1, 7);
  await vi.advanceTimersByTimeAsync(200);
  await fromDevice();
  await vi.advanceTimersByTimeAsync(300);
  expect(await asked).toEqual(Uint8Array.of(1, 2));
  await fromDevice(0xff, 1, 9);
  expect(await reply).toEqual(Uint8Array.of(0xff, 1, 9));
});

test('a line that goes fails the question; so does a closed runner and a closed port', async () => {
  const lost = expect(runner.send(ASK)).rejects.toMatchObject({ code: 'portLost' });
  line.unplug();
  await lost;
  await expect(runner.send(ASK)).rejects.toMatchObject({ code: 'portLost' });
  line.replug();
  await host.open();
  const closed = expect(runner.send(ASK)).rejects.toMatchObject({ code: 'portLost' });
  runner.close();
  await closed;
});
