// The driver over lines that break at every byte, are slow, or get stuck: a job is never called more than the printer said.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { settled, until } from '../../testing/passing-time.ts';
import type { MemoryLine } from '../../port/memory-port.ts';
import type { Port } from '../../port/port.ts';
import { closeBenches, fault, print, READY, readyBench } from './testing/printer-bench.ts';
import { RESYNC_BYTES, SHORT, SHORT_BYTES } from './testing/short-ticket.ts';

afterEach(closeBenches);

/** A port like another, but for what is said here. */
function portLike(port: Port, change: Partial<Port>): Port {
  return {
    name: port.name,
    bitsPerSecond: change.bitsPerSecond ?? port.bitsPerSecond,
    get isOpen() {
      return port.isOpen;
    },
    open: () => port.open(),
    write: change.write ?? ((bytes) => port.write(bytes)),
    onBytes: (listener) => port.onBytes(listener),
    onClosed: (listener) => port.onClosed(listener),
    close: () => port.close(),
  };
}

const TICKET_BEGINS = 0x1b;

/** The host's end of a line that is pulled when `byteCount` bytes of a ticket have passed. */
function breakingPort(line: MemoryLine, byteCount: number): Port {
  const port = line.hostPort();
  let hasBroken = false;
  return portLike(port, {
    async write(bytes) {
      if (!bytes.includes(TICKET_BEGINS) || hasBroken) return port.write(bytes);
      hasBroken = true;
      await port.write(bytes.subarray(0, RESYNC_BYTES + byteCount));
      line.unplug();
      return port.write(bytes.subarray(RESYNC_BYTES + byteCount));
    },
  });
}

describe('a line lost after N bytes of a job', () => {
  it.each(Array.from({ length: SHORT_BYTES + 1 }, (_, index) => index))('N = %i', async (byteCount) => {
    const { line, printer, simulator } = await readyBench({}, {}, (made) => breakingPort(made, byteCount));
    const outcome = await print(printer, SHORT);
    // The printer's mark was on no line that still stood.
    expect(outcome).toEqual({ state: 'unknown', code: 'portLost' });
    expect(await print(printer, SHORT)).toBe(outcome);
    expect(simulator.tickets.length).toBeLessThanOrEqual(1);
    line.replug();
    await until(() => printer.status, READY);
    expect(await print(printer, SHORT)).toBe(outcome);
    expect(simulator.tickets.length).toBeLessThanOrEqual(1);
  });
});

/** A printer by hand: its marks come when the test says so. */
async function handPrinter(line: MemoryLine, firstStatusReply: number): Promise<{ far: Port; jobs: () => number[][] }> {
  const far = line.devicePort();
  await far.open();
  const heard: number[] = [];
  far.onBytes((bytes) => {
    heard.push(...bytes);
    const [dle, eot, topic] = bytes;
    if (dle === 0x10 && eot === 0x04) void far.write(Uint8Array.of(topic === 1 ? firstStatusReply : 0x12));
  });
  /** The ids asked for by `1D 28 48 06 00 30 30`, in order. */
  const jobs = (): number[][] =>
    heard.flatMap((byte, at) => {
      const isRequest = [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30].every((one, offset) => heard[at + offset] === one);
      return byte === 0x1d && isRequest ? [heard.slice(at + 7, at + 11)] : [];
    });
  return { far, jobs };
}

it('a late process id after reconnect is ignored, also while another ticket waits for its own', async () => {
  const { line, printer, simulator } = await readyBench({ firstProcessId: 0 });
  await settled(simulator.stop());
  const before = await handPrinter(line, 0x12);
  const first = printer.print(SHORT);
  await until(() => before.jobs().length, 1);
  line.unplug();
  expect(await settled(first)).toEqual({ state: 'unknown', code: 'portLost' });
  line.replug();
  const after = await handPrinter(line, 0x12);
  await until(() => printer.status, READY);
  let outcome: unknown = 'open';
  void printer.print({ ...SHORT, key: '2/1' }).then((second) => (outcome = second));
  await until(() => after.jobs().length, 1);
  expect([before.jobs(), after.jobs()]).toEqual([[[0x20, 0x20, 0x20, 0x20]], [[0x20, 0x20, 0x20, 0x21]]]);
  await after.far.write(Uint8Array.of(0x37, 0x22, 0x20, 0x20, 0x20, 0x20, 0x00));
  await until(() => printer.status, READY);
  expect(outcome).toBe('open');
  await after.far.write(Uint8Array.of(0x37, 0x22, 0x20, 0x20, 0x20, 0x21, 0x00));
  await until(() => outcome, { state: 'confirmed', by: 'processId' });
  expect(await settled(first)).toEqual({ state: 'unknown', code: 'portLost' });
  await after.far.close();
});

/** Bytes arrive when a real line would bring them; the system takes them at once, as a driver of a serial card does. */
function slowPort(line: MemoryLine, bitsPerSecond: number): Port {
  const port = line.hostPort();
  let freeAtMs = 0;
  return portLike(port, {
    bitsPerSecond,
    write(bytes) {
      const copy = Uint8Array.from(bytes);
      freeAtMs = Math.max(freeAtMs, performance.now()) + (bytes.length * 10_000) / bitsPerSecond;
      setTimeout(() => void port.write(copy).catch(() => undefined), freeAtMs - performance.now());
      return Promise.resolve();
    },
  });
}

it.each([300, 600, 1200])('at %i bit/s a ticket has the time it needs on the line', async (bitsPerSecond) => {
  const { printer, simulator } = await readyBench({ printTimeoutMs: 20 }, {}, (line) => slowPort(line, bitsPerSecond));
  expect(await print(printer, SHORT)).toEqual({ state: 'confirmed', by: 'processId' });
  expect(simulator.tickets).toHaveLength(1);
});

it('a line that is faster than it says: the time that was counted too long does not add up', async () => {
  const { printer, simulator } = await readyBench({}, {}, (made) => portLike(made.hostPort(), { bitsPerSecond: 300 }));
  for (let nth = 0; nth < 100; nth += 1) {
    expect(await print(printer, { ...SHORT, key: `${nth}/1` })).toMatchObject({ state: 'confirmed' });
  }
  await settled(simulator.stop());
  const silentAtMs = performance.now();
  await until(() => printer.status, fault('noReply'));
  // One poll and one question's time; a hundred tickets would have been minutes.
  expect(performance.now() - silentAtMs).toBeLessThan(10_000);
});

it('on a slow line the reply to a question behind a ticket is never taken for that to the next question', async () => {
  // 16 says "drawer open" for the first question and "cover open" for the second.
  const { line, printer, simulator } = await readyBench({ firstProcessId: 0, pollIntervalMs: 100 }, {}, (made) =>
    slowPort(made, 300),
  );
  await settled(simulator.stop());
  const { far, jobs } = await handPrinter(line, 0x16);
  const seen = new Set<string>();
  printer.onStatus((status) => seen.add(JSON.stringify(status)));
  const long = printer.print({ key: '9/1', lines: [{ type: 'text', text: 'x'.repeat(300) }] });
  await until(() => jobs().length, 1);
  await far.write(Uint8Array.of(0x37, 0x22, 0x20, 0x20, 0x20, 0x20, 0x00));
  expect(await settled(long)).toEqual({ state: 'confirmed', by: 'processId' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([...seen]).toEqual([]);
  await far.close();
});

it('a line that takes the bytes and never finishes: unknown, then a fault, and the next job fails before print', async () => {
  const { printer } = await readyBench({}, {}, (line) => {
    const inner = line.hostPort();
    return portLike(inner, {
      write: (bytes) => (bytes.length > 3 ? new Promise(() => undefined) : inner.write(bytes)),
    });
  });
  expect(await print(printer, SHORT)).toEqual({ state: 'unknown', code: 'noReply' });
  expect(await print(printer, { ...SHORT, key: '2/1' })).toEqual({ state: 'failedBeforePrint', code: 'noReply' });
  expect(printer.status).toEqual(fault('noReply'));
});
