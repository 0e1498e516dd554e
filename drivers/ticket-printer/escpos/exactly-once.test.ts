// A ticket of every kind of line, broken after each of its bytes in three ways: what comes of it is said once, and it is never printed a second time by itself.
import { afterEach, describe, expect, it } from 'vitest';
import type { MemoryLine } from '../../port/memory-port.ts';
import type { Port } from '../../port/port.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { PrintJob } from '../contract.ts';
import { encodeResync, encodeTicket } from './codec.ts';
import { EscposPrinter, type EscposPrinterOptions } from './driver.ts';
import { renderPaper } from './render-paper.ts';
import { ESCPOS_DEFAULTS } from './settings.ts';
import { closeBenches, print, READY, readyBench } from './testing/printer-bench.ts';

afterEach(closeBenches);

const OPTIONS: EscposPrinterOptions = { widthDots: 384, qr: 'raster', statusBlocks: 'asked', buzzer: 'escB' };
const RICH: PrintJob = {
  key: '7/1',
  lines: [
    { type: 'text', text: '号', align: 'centre', width: 2, height: 2, bold: true },
    { type: 'pair', label: '等候', value: '6 人', bold: true },
    { type: 'qr', data: 'A012', moduleDots: 2, align: 'left' },
    { type: 'barcode', data: 'A1' },
    { type: 'spacer', dots: 8 },
  ],
};
const SETTINGS = { ...ESCPOS_DEFAULTS, ...OPTIONS };
/** The ticket, the process id request and the fence. */
const RICH_BYTES = encodeTicket(RICH.lines, SETTINGS).length + 11 + 3;
const WHOLE = renderPaper(encodeTicket(RICH.lines, SETTINGS), SETTINGS).elements;
/** Zeros stand before the first ticket of a driver. */
const RESYNC_BYTES = encodeResync(SETTINGS).length;
const EVERY_BYTE = Array.from({ length: RICH_BYTES + 1 }, (_, index) => index);

/** The driver's end of a line on which something happens when so many bytes of a ticket have passed; the rest of them is lost. */
function breakingPort(line: MemoryLine, byteCount: number, happens: () => void): Port {
  const port = line.hostPort();
  let hasHappened = false;
  return {
    name: port.name,
    bitsPerSecond: null,
    get isOpen() {
      return port.isOpen;
    },
    open: () => port.open(),
    write: async (bytes) => {
      if (!bytes.includes(0x1b) || hasHappened) return port.write(bytes);
      hasHappened = true;
      await port.write(bytes.subarray(0, RESYNC_BYTES + byteCount));
      happens();
    },
    onBytes: (listener) => port.onBytes(listener),
    onClosed: (listener) => port.onClosed(listener),
    close: () => port.close(),
  };
}

/** How often the printer was told to begin a ticket: `1B 40` stands at the beginning of each, and nowhere else in this one. */
function begun(received: readonly number[]): number {
  return received.filter((byte, at) => byte === 0x1b && received[at + 1] === 0x40).length;
}

describe('the line is lost', () => {
  it.each(EVERY_BYTE)('after byte %i', async (byteCount) => {
    const { line, printer, simulator } = await readyBench(OPTIONS, { widthDots: 384 }, (made) =>
      breakingPort(made, byteCount, () => made.unplug()),
    );
    const outcome = await print(printer, RICH);
    expect(outcome).toEqual({ state: 'unknown', code: 'portLost' });
    line.replug();
    await until(() => printer.status, READY);
    expect(await print(printer, RICH)).toBe(outcome);
    expect(begun(simulator.received)).toBeLessThanOrEqual(1);
    expect(simulator.tickets.length).toBeLessThanOrEqual(1);
    // Whatever of it lies half said in the printer, the next ticket is whole and confirmed.
    expect(await print(printer, { ...RICH, key: '8/1' })).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets.at(-1)?.elements.slice(-WHOLE.length)).toEqual(WHOLE);
  });
});

describe('the printer loses its power', () => {
  it.each(EVERY_BYTE)('after byte %i', async (byteCount) => {
    let powerOff = (): void => undefined;
    const { printer, simulator } = await readyBench(OPTIONS, { widthDots: 384 }, (made) =>
      breakingPort(made, byteCount, () => setImmediate(powerOff)),
    );
    powerOff = () => simulator.set({ isPowered: false });
    const outcome = await print(printer, RICH);
    // All bytes and the answer may have passed before the power went.
    expect(['unknown', 'confirmed']).toContain(outcome.state);
    if (outcome.state === 'confirmed') expect(byteCount).toBeGreaterThanOrEqual(RICH_BYTES - 3);
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
    expect(await print(printer, RICH)).toBe(outcome);
    expect(begun(simulator.received)).toBeLessThanOrEqual(1);
  });
});

describe('the driver is stopped and another takes its place', () => {
  it.each(EVERY_BYTE)('after byte %i', async (byteCount) => {
    let stop = (): void => undefined;
    const { line, printer, simulator } = await readyBench(OPTIONS, { widthDots: 384 }, (made) =>
      breakingPort(made, byteCount, () => stop()),
    );
    let stopped: Promise<void> = Promise.resolve();
    stop = () => {
      stopped = printer.stop();
    };
    expect(await print(printer, RICH)).toEqual({ state: 'unknown', code: 'portLost' });
    await settled(stopped);
    const next = new EscposPrinter(line.hostPort(), OPTIONS);
    next.start();
    await until(() => next.status, READY);
    expect(begun(simulator.received)).toBeLessThanOrEqual(1);
    // The next ticket is its own, whatever of the one before lies in the printer.
    expect(await settled(next.print({ ...RICH, key: '8/1' }))).toMatchObject({ state: 'confirmed' });
    await settled(next.stop());
    expect(begun(simulator.received)).toBeLessThanOrEqual(2);
  });
});
