// The driver against the behaving printer over a line inside this process: what it may say about a job, and what it may not.
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceStatus } from '../../device-status.ts';
import { type MemoryLine, memoryLine } from '../../port/memory-port.ts';
import type { PrintJob } from '../contract.ts';
import { EscposPrinter, type EscposPrinterOptions } from './driver.ts';
import { EscposSimulator, type EscposSimulatorOptions } from './simulator.ts';
import type { PrinterSwitches } from './simulator-status.ts';

const ticket = (key: string): PrintJob => ({
  key,
  lines: [
    { type: 'text', text: '安和市政务服务大厅', align: 'centre', bold: true },
    { type: 'text', text: 'A012', align: 'centre', width: 6, height: 6 },
    { type: 'rule' },
    { type: 'pair', label: '等候人数 Waiting', value: '6 人', bold: true },
    { type: 'qr', data: 'https://hall.example/t/1' },
  ],
});

/** Only where silence is the point: a slow machine must not look like a silent printer. */
const IMPATIENT = { statusTimeoutMs: 250, printTimeoutMs: 600, idGraceMs: 20 };

let running: { stop(): Promise<void> }[] = [];
let count = 0;

afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
});

interface Bench {
  line: MemoryLine;
  printer: EscposPrinter;
  simulator: EscposSimulator;
}

function bench(options: EscposPrinterOptions = {}, simulated: EscposSimulatorOptions = {}): Bench {
  count += 1;
  const line = memoryLine(`escpos-driver-${count}`);
  const printer = new EscposPrinter(line.hostPort(), { pollIntervalMs: 15, ...options });
  const simulator = new EscposSimulator(line.devicePort(), simulated);
  running.push(printer, simulator);
  simulator.start();
  printer.start();
  return { line, printer, simulator };
}

const until = (what: () => unknown, value: unknown): Promise<void> =>
  expect.poll(what, { interval: 2, timeout: 10_000 }).toEqual(value);
const READY: DeviceStatus = { state: 'ready', warning: null };
const fault = (code: string): unknown => ({ state: 'fault', code });

async function readyBench(options: EscposPrinterOptions = {}, simulated: EscposSimulatorOptions = {}): Promise<Bench> {
  const made = bench(options, simulated);
  await until(() => made.printer.status, READY);
  return made;
}

describe('a printer that is well', () => {
  it('prints a ticket and is confirmed by the process id', async () => {
    const { printer, simulator } = await readyBench();
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
    expect(simulator.tickets).toHaveLength(1);
    const lines = simulator.tickets[0]?.elements.flatMap((element) => (element.type === 'line' ? [element] : []));
    expect(lines?.[0]?.runs[0]?.text).toBe('安和市政务服务大厅');
    expect(lines?.[1]?.runs).toEqual([{ text: 'A012', width: 6, height: 6, bold: false }]);
  });

  it('prints in the order of the calls, each key once, and remembers the outcome', async () => {
    const { printer, simulator } = await readyBench();
    const jobs = ['1/1', '2/1', '1/1'].map((key) => printer.print(ticket(key)));
    const outcomes = await Promise.all(jobs);
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ state: 'confirmed', by: 'processId' })));
    expect(await printer.print(ticket('2/1'))).toBe(outcomes[1]);
    expect(simulator.tickets).toHaveLength(2);
  });

  it('near end is a warning and prints', async () => {
    const { printer, simulator } = bench({}, { switches: { isNearEnd: true } });
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
    expect(await printer.print(ticket('1/1'))).toMatchObject({ state: 'confirmed' });
    simulator.set({ isNearEnd: false });
    await until(() => printer.status, READY);
  });

  it('a slow printer is waited for', async () => {
    const { printer } = await readyBench({}, { switches: { lineMs: 40 } });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
  });
});

describe('before the first byte', () => {
  it.each<[keyof PrinterSwitches, string]>([
    ['isPaperOut', 'paperOut'],
    ['isCoverOpen', 'coverOpen'],
    ['hasCutterError', 'cutterError'],
    ['isUnrecoverable', 'unrecoverable'],
    ['isHeadHot', 'offline'],
  ])('%s: the job fails before print, the status says why, and the same key prints later', async (name, code) => {
    const { printer, simulator } = await readyBench({ pollIntervalMs: 60_000 });
    simulator.set({ [name]: true });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code });
    expect(printer.status).toEqual(fault(code));
    expect(simulator.uncut).toEqual([]);
    simulator.set({ [name]: false });
    expect(await printer.print(ticket('1/1'))).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets).toHaveLength(1);
  });

  it('a printer without power, with the line still there: noReply', async () => {
    const { printer, simulator } = await readyBench(IMPATIENT);
    simulator.set({ isPowered: false });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
  });

  it('no line, and QR data that no symbol holds', async () => {
    const { line, printer } = await readyBench();
    const tooMuch: PrintJob = { key: 'q', lines: [{ type: 'qr', data: 'x'.repeat(5000) }] };
    expect(await printer.print(tooMuch)).toEqual({ state: 'failedBeforePrint', code: 'deviceRefused' });
    line.unplug();
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code: 'portLost' });
  });
});

describe('after the first byte', () => {
  it.each<[Partial<PrinterSwitches>, string]>([
    [{ isCoverOpen: true }, 'coverOpen'],
    [{ isPaperOut: true }, 'paperOut'],
    [{ hasCutterError: true }, 'cutterError'],
    [{ isUnrecoverable: true }, 'unrecoverable'],
  ])('%j in the middle of the job: unknown, and never printed again by itself', async (trouble, code) => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(2, trouble);
    const outcome = await printer.print(ticket('1/1'));
    expect(outcome).toEqual({ state: 'unknown', code });
    const mended = Object.fromEntries(Object.keys(trouble).map((name) => [name, false]));
    simulator.set(mended);
    await until(() => printer.status, READY);
    // The printer finished what it had; its late mark changes nothing, and the same key does not print.
    await until(() => simulator.tickets.length, 1);
    expect(await printer.print(ticket('1/1'))).toBe(outcome);
    expect(await printer.print(ticket('1/2'))).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets).toHaveLength(2);
  });

  it('a hot head cools and goes on: the ticket is confirmed', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(2, { isHeadHot: true });
    const outcome = printer.print(ticket('1/1'));
    await until(() => printer.status, fault('offline'));
    simulator.set({ isHeadHot: false });
    expect(await outcome).toEqual({ state: 'confirmed', by: 'processId' });
  });

  it('power lost in the middle: unknown after the time the ticket may take', async () => {
    const { printer, simulator } = await readyBench(IMPATIENT);
    simulator.setAfterLines(2, { isPowered: false });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
    expect(await printer.print(ticket('1/2'))).toMatchObject({ state: 'confirmed' });
  });

  it('stopping in the middle: unknown for this one, failed before print for the next', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(1, { isHeadHot: true });
    const jobs = [printer.print(ticket('1/1')), printer.print(ticket('2/1'))];
    await until(() => simulator.uncut.length, 1);
    await printer.stop();
    expect(await Promise.all(jobs)).toMatchObject([{ state: 'unknown' }, { state: 'failedBeforePrint' }]);
  });

  it('error recovery is never sent, whatever happens', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(1, { hasCutterError: true });
    await printer.print(ticket('1/1'));
    simulator.set({ hasCutterError: false });
    await until(() => printer.status, READY);
    expect(Buffer.from(simulator.received).includes(Buffer.of(0x10, 0x05))).toBe(false);
  });
});

describe('completion', () => {
  it.each<[string, EscposPrinterOptions, Partial<PrinterSwitches>, unknown]>([
    ['no process id: the fence confirms', IMPATIENT, { knowsProcessId: false }, { state: 'confirmed', by: 'fence' }],
    ['a foreign id proves nothing', IMPATIENT, { answersFixedId: true }, { state: 'confirmed', by: 'fence' }],
    [
      'a foreign id alone',
      IMPATIENT,
      { answersFixedId: true, knowsFence: false },
      { state: 'unknown', code: 'noReply' },
    ],
    ['no fence: the id confirms', {}, { knowsFence: false }, { state: 'confirmed', by: 'processId' }],
    ['set to fence: no id is asked', { completion: 'fence' }, {}, { state: 'confirmed', by: 'fence' }],
    ['neither', IMPATIENT, { knowsFence: false, knowsProcessId: false }, { state: 'unknown', code: 'noReply' }],
  ])('%s', async (_, options, switches, outcome) => {
    const { printer } = await readyBench(options, { switches });
    expect(await printer.print(ticket('1/1'))).toEqual(outcome);
    expect(await printer.print(ticket('2/1'))).toEqual(outcome);
  });

  it('set to fence, GS ( H is not sent: it would be rubbish on the paper', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence' });
    await printer.print(ticket('1/1'));
    expect(Buffer.from(simulator.received).includes(Buffer.of(0x1d, 0x28, 0x48))).toBe(false);
  });

  it('without a status channel the printer is always ready and every job unknown', async () => {
    const { printer, simulator } = await readyBench(
      { ...IMPATIENT, statusReplies: 'none' },
      { switches: { isSilent: true } },
    );
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    expect(printer.status).toEqual(READY);
    expect(simulator.tickets).toHaveLength(1);
  });

  it('with the status channel missing where it is required, the status is noReply', async () => {
    const { printer } = bench(IMPATIENT, { switches: { isSilent: true } });
    await until(() => printer.status, fault('noReply'));
  });

  it('the late fence of an earlier ticket does not confirm the next', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence' });
    await printer.print(ticket('0/1'));
    simulator.setAfterLines(2, { isCoverOpen: true });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'unknown', code: 'coverOpen' });
    // The cover is closed, the rest of ticket 1 comes out line by line while ticket 2 is asked for.
    simulator.set({ isCoverOpen: false, lineMs: 30 });
    await until(() => printer.status, READY);
    expect(await printer.print(ticket('2/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    expect(simulator.tickets).toHaveLength(3);
  });
});

describe('fences that are still owed', () => {
  it('a fence lost with the power is settled before the next ticket', async () => {
    const { printer, simulator } = await readyBench({ ...IMPATIENT, completion: 'fence' });
    expect(await printer.print(ticket('0/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    simulator.setAfterLines(2, { isPowered: false });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
    expect(await printer.print(ticket('1/2'))).toEqual({ state: 'confirmed', by: 'fence' });
  });

  it('of a printer that never answered one yet, as many replies go by as are owed', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence', statusTimeoutMs: 250 });
    simulator.setAfterLines(1, { isCoverOpen: true });
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'unknown', code: 'coverOpen' });
    // The rest of ticket 1 takes longer than the driver waits for its fence.
    simulator.set({ isCoverOpen: false, lineMs: 300 });
    expect(await printer.print(ticket('2/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    expect(simulator.tickets).toHaveLength(2);
  });
});

describe('the line', () => {
  it('unplugged: fault; plugged in again: ready and printing, at every round', async () => {
    const { line, printer } = await readyBench();
    for (const round of [1, 2]) {
      line.unplug();
      await until(() => printer.status, fault('portLost'));
      line.replug();
      await until(() => printer.status, READY);
      expect(await printer.print(ticket(`1/${round}`))).toMatchObject({ state: 'confirmed' });
    }
  });

  it('missing at the start: fault, then taken up', async () => {
    count += 1;
    const line = memoryLine(`escpos-driver-${count}`);
    line.unplug();
    const printer = new EscposPrinter(line.hostPort());
    const simulator = new EscposSimulator(line.devicePort());
    running.push(printer, simulator);
    const told: DeviceStatus[] = [];
    printer.onStatus((status) => told.push(status));
    expect(printer.status).toEqual({ state: 'starting' });
    printer.start();
    simulator.start();
    await until(() => printer.status, fault('portUnavailable'));
    line.replug();
    await until(() => printer.status, READY);
    expect(told[0]).toEqual(fault('portUnavailable'));
  });

  it('status blocks sent unasked are understood', async () => {
    const { line, printer } = await readyBench({ pollIntervalMs: 60_000 });
    running = running.filter((one) => !(one instanceof EscposSimulator) || void one.stop());
    const far = line.devicePort();
    await expect
      .poll(
        () =>
          far.open().then(
            () => true,
            () => false,
          ),
        { interval: 2 },
      )
      .toBe(true);
    await far.write(Uint8Array.of(0x38, 0x00, 0x00, 0x00));
    await until(() => printer.status, fault('coverOpen'));
    await far.write(Uint8Array.of(0x10, 0x00, 0x03, 0x00));
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
    await far.close();
  });
});
