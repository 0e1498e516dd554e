// The driver against the behaving printer over a line inside this process: what it may say about a job, and what it may not.
import { afterEach, describe, expect, it } from 'vitest';
import { settled, until } from '../../testing/passing-time.ts';
import type { DeviceStatus } from '../../device-status.ts';
import type { PrintJob } from '../contract.ts';
import type { PrinterSwitches } from './simulator-status.ts';
import { closeBenches, fault, openBench, print, READY, readyBench, ticket } from './testing/printer-bench.ts';

afterEach(closeBenches);

describe('a printer that is well', () => {
  it('prints a ticket and is confirmed by the process id', async () => {
    const { printer, simulator } = await readyBench();
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
    expect(simulator.tickets).toHaveLength(1);
    const lines = simulator.tickets[0]?.elements.flatMap((element) => (element.type === 'line' ? [element] : []));
    expect(lines?.[0]?.runs[0]?.text).toBe('安和市政务服务大厅');
    expect(lines?.[1]?.runs).toEqual([{ text: 'A012', width: 6, height: 6, bold: false }]);
  });

  it('prints in the order of the calls, each key once, and remembers the outcome', async () => {
    const { printer, simulator } = await readyBench();
    const jobs = ['1/1', '2/1', '1/1'].map((key) => printer.print(ticket(key)));
    const outcomes = await settled(Promise.all(jobs));
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ state: 'confirmed', by: 'processId' })));
    expect(await print(printer, ticket('2/1'))).toBe(outcomes[1]);
    expect(simulator.tickets).toHaveLength(2);
  });

  it('near end is a warning and prints', async () => {
    const { printer, simulator } = openBench({}, { switches: { isNearEnd: true } });
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
    expect(await print(printer, ticket('1/1'))).toMatchObject({ state: 'confirmed' });
    simulator.set({ isNearEnd: false });
    await until(() => printer.status, READY);
  });

  it('a slow printer is waited for', async () => {
    const { printer } = await readyBench({}, { switches: { lineMs: 40 } });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
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
    const { printer, simulator } = await readyBench();
    simulator.set({ [name]: true });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code });
    expect(printer.status).toEqual(fault(code));
    expect(simulator.uncut).toEqual([]);
    simulator.set({ [name]: false });
    expect(await print(printer, ticket('1/1'))).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets).toHaveLength(1);
  });

  it('a printer without power, with the line still there: noReply', async () => {
    const { printer, simulator } = await readyBench();
    simulator.set({ isPowered: false });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
  });

  it("a bug of the caller is the caller's, and the jobs behind it print", async () => {
    const { printer } = await readyBench();
    const broken = { key: 'b', lines: null } as unknown as PrintJob;
    await expect(print(printer, broken)).rejects.toThrow(TypeError);
    expect(await print(printer, ticket('1/1'))).toMatchObject({ state: 'confirmed' });
  });

  it('no line, and QR data that no symbol holds', async () => {
    const { line, printer } = await readyBench();
    const tooMuch: PrintJob = { key: 'q', lines: [{ type: 'qr', data: 'x'.repeat(5000) }] };
    expect(await print(printer, tooMuch)).toEqual({ state: 'failedBeforePrint', code: 'deviceRefused' });
    line.unplug();
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code: 'portLost' });
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
    const outcome = await print(printer, ticket('1/1'));
    expect(outcome).toEqual({ state: 'unknown', code });
    const mended = Object.fromEntries(Object.keys(trouble).map((name) => [name, false]));
    simulator.set(mended);
    await until(() => printer.status, READY);
    // The printer finished what it had; its late mark changes nothing, and the same key does not print.
    await until(() => simulator.tickets.length, 1);
    expect(await print(printer, ticket('1/1'))).toBe(outcome);
    expect(await print(printer, ticket('1/2'))).toMatchObject({ state: 'confirmed' });
    expect(simulator.tickets).toHaveLength(2);
  });

  it('a hot head cools and goes on: the ticket is confirmed', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(2, { isHeadHot: true });
    const outcome = printer.print(ticket('1/1'));
    await until(() => printer.status, fault('offline'));
    simulator.set({ isHeadHot: false });
    expect(await settled(outcome)).toEqual({ state: 'confirmed', by: 'processId' });
  });

  it('power lost in the middle: unknown after the time the ticket may take', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(2, { isPowered: false });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
    expect(await print(printer, ticket('1/2'))).toMatchObject({ state: 'confirmed' });
  });

  it('stopping in the middle: unknown for this one, failed before print for the next', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(1, { isHeadHot: true });
    const jobs = [printer.print(ticket('1/1')), printer.print(ticket('2/1'))];
    await until(() => simulator.uncut.length, 1);
    await settled(printer.stop());
    expect(await settled(Promise.all(jobs))).toMatchObject([{ state: 'unknown' }, { state: 'failedBeforePrint' }]);
  });

  it.each(Array.from({ length: 16 }, (_, index) => index))(
    'stopped %i turns after the call: the outcome comes at once, and fails before print only if no byte was sent',
    async (turns) => {
      const { printer, simulator } = await readyBench({ statusReplies: 'none' });
      const job = printer.print(ticket('1/1'));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const stopping = printer.stop();
      const outcome = await settled(job);
      expect(outcome).not.toMatchObject({ code: 'noReply' });
      expect(outcome.state === 'failedBeforePrint').toBe(simulator.received.length === 0);
      await settled(stopping);
    },
  );

  it('error recovery is never sent, whatever happens', async () => {
    const { printer, simulator } = await readyBench();
    simulator.setAfterLines(1, { hasCutterError: true });
    await print(printer, ticket('1/1'));
    simulator.set({ hasCutterError: false });
    await until(() => printer.status, READY);
    expect(Buffer.from(simulator.received).includes(Buffer.of(0x10, 0x05))).toBe(false);
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
      expect(await print(printer, ticket(`1/${round}`))).toMatchObject({ state: 'confirmed' });
    }
  });

  it('missing at the start: fault, then taken up', async () => {
    const { line, printer } = openBench({}, {}, (made) => {
      made.unplug();
      return made.hostPort();
    });
    const told: DeviceStatus[] = [];
    printer.onStatus((status) => told.push(status));
    expect(printer.status).toEqual({ state: 'starting' });
    await until(() => printer.status, fault('portUnavailable'));
    line.replug();
    await until(() => printer.status, READY);
    expect(told).toEqual([fault('portUnavailable'), READY]);
  });

  it('status blocks sent unasked are understood', async () => {
    const { line, printer, simulator } = await readyBench({ pollIntervalMs: 60_000 });
    await settled(simulator.stop());
    const far = line.devicePort();
    await far.open();
    await far.write(Uint8Array.of(0x38, 0x00, 0x00, 0x00));
    await until(() => printer.status, fault('coverOpen'));
    await far.write(Uint8Array.of(0x10, 0x00, 0x03, 0x00));
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
    await far.close();
  });
});
