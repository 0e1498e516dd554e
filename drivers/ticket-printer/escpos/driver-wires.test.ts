// The driver over TCP that is reset at every byte, and over real ptys that are unplugged: real lines, the real clock.
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPort } from '../../port/open-port.ts';
import { openPtyPair } from '../../port/pty-pair.ts';
import type { PrintOutcome } from '../contract.ts';
import { EscposPrinter, type EscposPrinterOptions } from './driver.ts';
import { EscposSimulator } from './simulator.ts';
import { newLine } from './testing/printer-bench.ts';
import { RESYNC_BYTES, SHORT, SHORT_BYTES } from './testing/short-ticket.ts';

/** After these resets the line comes back as well; doing so after every one proves no more and takes its time. */
const RECONNECTED = new Set([0, 15, SHORT_BYTES - 1]);
const QUICK: EscposPrinterOptions = { pollIntervalMs: 15, idGraceMs: 20 };

let closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

function run(printer: EscposPrinter, simulator: EscposSimulator): void {
  closers.push(
    () => simulator.stop(),
    () => printer.stop(),
  );
  simulator.start();
  printer.start();
}

const untilReady = (printer: EscposPrinter): Promise<void> =>
  expect.poll(() => printer.status.state, { interval: 2, timeout: 20_000 }).toBe('ready');

/** A network printer: one connection at a time, dropped when `byteCount` bytes of one have come in. */
async function networkPrinter(
  byteCount: () => number,
): Promise<{ server: Server; url: string; simulator: EscposSimulator }> {
  const line = newLine();
  const inner = line.hostPort();
  await inner.open();
  let socket: Socket | null = null;
  inner.onBytes((bytes) => socket?.write(bytes));
  const server = createServer((connected) => {
    socket = connected;
    let rest = byteCount();
    connected.on('error', () => connected.destroy());
    connected.on('data', (bytes) => {
      const taken = bytes.subarray(0, Math.max(0, rest));
      rest -= bytes.length;
      void inner.write(taken);
      if (rest < 0) connected.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => inner.close(),
  );
  return { server, url: `tcp://127.0.0.1:${address.port}`, simulator: new EscposSimulator(line.devicePort()) };
}

describe('TCP', () => {
  it('prints and is confirmed', async () => {
    const { url, simulator } = await networkPrinter(() => Infinity);
    const printer = new EscposPrinter(createPort(url, { baudRate: 9600 }), QUICK);
    run(printer, simulator);
    await untilReady(printer);
    expect(await printer.print(SHORT)).toEqual({ state: 'confirmed', by: 'processId' });
  });

  /** One round of four questions at the start and one before the job. */
  const QUESTION_BYTES = 2 * 4 * 3;

  it.each(Array.from({ length: SHORT_BYTES }, (_, index) => index))(
    'reset after %i bytes of a job',
    async (byteCount) => {
      let allowed = RESYNC_BYTES + QUESTION_BYTES + RESYNC_BYTES + byteCount;
      const { url, simulator } = await networkPrinter(() => allowed);
      const printer = new EscposPrinter(createPort(url, { baudRate: 9600 }), { ...QUICK, pollIntervalMs: 60_000 });
      run(printer, simulator);
      await untilReady(printer);
      const outcome: PrintOutcome = await printer.print(SHORT);
      allowed = Infinity;
      expect(outcome.state).not.toBe('failedBeforePrint');
      // Only the last bytes of the fence may be missing for a mark to have come first.
      const mayBeConfirmed = byteCount >= SHORT_BYTES - 3;
      if (!mayBeConfirmed) expect(outcome).toEqual({ state: 'unknown', code: 'portLost' });
      if (RECONNECTED.has(byteCount)) await untilReady(printer);
      expect(await printer.print(SHORT)).toBe(outcome);
      expect(simulator.tickets.length).toBeLessThanOrEqual(1);
    },
  );
});

describe('a real serial path (socat)', () => {
  it('prints, is unplugged in the middle of a job and when idle, and is taken up again', async () => {
    const pair = await openPtyPair();
    closers.push(() => pair.close());
    const printer = new EscposPrinter(createPort(pair.a, { baudRate: 115_200 }), QUICK);
    const simulator = new EscposSimulator(createPort(pair.b, { baudRate: 115_200 }));
    run(printer, simulator);
    await untilReady(printer);
    expect(await printer.print(SHORT)).toEqual({ state: 'confirmed', by: 'processId' });

    simulator.setAfterLines(1, { isHeadHot: true });
    const broken = printer.print({ ...SHORT, key: '2/1' });
    await expect.poll(() => simulator.uncut.length, { interval: 2 }).toBe(1);
    await pair.unplug();
    expect(await broken).toEqual({ state: 'unknown', code: 'portLost' });
    await pair.replug();
    simulator.set({ isHeadHot: false });
    await untilReady(printer);
    expect(await printer.print({ ...SHORT, key: '3/1' })).toMatchObject({ state: 'confirmed' });

    await pair.unplug();
    await expect.poll(() => printer.status.state, { interval: 2 }).toBe('fault');
    expect(await printer.print({ ...SHORT, key: '4/1' })).toMatchObject({ state: 'failedBeforePrint' });
    await pair.replug();
    await untilReady(printer);
    expect(await printer.print({ ...SHORT, key: '4/1' })).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets).toHaveLength(4);
  });
});
