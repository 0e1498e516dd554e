// Printers that are not like the manuals: another maker's bits, late and half answers, deafness, profiles that confirm little.
import { afterEach, describe, expect, it } from 'vitest';
import { settled, until } from '../../testing/passing-time.ts';
import type { EscposPrinterOptions } from './driver.ts';
import type { PrinterSwitches } from './simulator-status.ts';
import { closeBenches, fault, openBench, print, READY, readyBench, ticket } from './testing/printer-bench.ts';

afterEach(closeBenches);

describe('what answers is not an ESC/POS printer', () => {
  it('another maker’s bits: badReply with words for the installer, and no byte of a ticket is sent', async () => {
    const { printer, simulator } = openBench({}, { switches: { hasStrangeBits: true } });
    await until(() => printer.status, fault('badReply'));
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'failedBeforePrint', code: 'badReply' });
    expect(printer.health.remarks[0]).toMatchObject({
      code: 'badReply',
      kind: 'fault',
      zh: expect.stringContaining('波特率') as unknown,
    });
    expect(simulator.uncut).toEqual([]);
    simulator.set({ hasStrangeBits: false });
    await until(() => printer.status, READY);
    expect(printer.health.remarks).toEqual([]);
  });

  it('silence stays noReply', async () => {
    const { printer } = openBench({}, { switches: { isSilent: true } });
    await until(() => printer.status, fault('noReply'));
  });

  it('noise between good answers changes nothing', async () => {
    const { line, printer, simulator } = await readyBench();
    await settled(simulator.stop());
    const far = line.devicePort();
    await far.open();
    far.onBytes(() => void far.write(Uint8Array.of(0x80, 0xff, 0x12)));
    expect(await print(printer, { key: 'x', lines: [] })).toMatchObject({ state: 'unknown', code: 'noReply' });
    await far.close();
  });
});

describe('late and half answers', () => {
  it('replies that come after their time: a fault, and none answers a later question', async () => {
    const { printer, simulator } = openBench(
      { statusTimeoutMs: 100 },
      { switches: { replyDelayMs: 150, isCoverOpen: true } },
    );
    const seen = new Set<string>();
    printer.onStatus((status) => seen.add(JSON.stringify(status)));
    await until(() => printer.status, fault('noReply'));
    simulator.set({ replyDelayMs: 0, isCoverOpen: false });
    await until(() => printer.status, READY);
    expect([...seen]).toEqual([JSON.stringify(fault('noReply')), JSON.stringify(READY)]);
  });

  it('half a process id confirms nothing; the fence does', async () => {
    const { printer } = await readyBench({}, { switches: { halvesAnswers: true } });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    expect(await print(printer, ticket('2/1'))).toEqual({ state: 'confirmed', by: 'fence' });
  });

  it('half answers and no fence: unknown, and the same key is not printed again', async () => {
    const { printer, simulator } = await readyBench({}, { switches: { halvesAnswers: true, knowsFence: false } });
    const outcome = await print(printer, ticket('1/1'));
    expect(outcome).toEqual({ state: 'unknown', code: 'noReply' });
    expect(await print(printer, ticket('1/1'))).toBe(outcome);
    expect(simulator.tickets).toHaveLength(1);
  });

  it('deaf to questions while its buffer is full: the ticket is confirmed all the same', async () => {
    const { printer } = await readyBench({}, { switches: { deafAboveBytes: 16, lineMs: 900 } });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
  });

  it('a stored picture that answers 06 is no fence', async () => {
    const { line, printer, simulator } = await readyBench({ profile: 'noProcessId', printTimeoutMs: 500 });
    await settled(simulator.stop());
    const far = line.devicePort();
    await far.open();
    far.onBytes((bytes) => void far.write(bytes[0] === 0x10 ? Uint8Array.of(0x12) : Uint8Array.of(0x06)));
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    await far.close();
  });
});

describe('profiles', () => {
  const SILENT: Partial<PrinterSwitches> = { knowsProcessId: false, knowsFence: false };

  it.each<[EscposPrinterOptions, Partial<PrinterSwitches>, unknown]>([
    [{ profile: 'full' }, {}, { state: 'confirmed', by: 'processId' }],
    [{ profile: 'noProcessId' }, { knowsProcessId: false }, { state: 'confirmed', by: 'fence' }],
    [{ profile: 'noProcessId' }, SILENT, { state: 'unknown', code: 'noReply' }],
    [{ profile: 'statusOnly' }, SILENT, { state: 'assumed' }],
    [{ profile: 'writeOnly' }, { ...SILENT, isSilent: true }, { state: 'assumed' }],
    [{ profile: 'writeOnly', completion: 'fence' }, { isSilent: true }, { state: 'unknown', code: 'noReply' }],
  ])('%j with %j reaches %j', async (options, switches, outcome) => {
    const { printer, simulator } = await readyBench(options, { switches });
    expect(await print(printer, ticket('1/1'))).toEqual(outcome);
    expect(await print(printer, ticket('1/1'))).toEqual(outcome);
    expect(simulator.tickets).toHaveLength(1);
  });

  it('statusOnly sends no marks, which some printers would print', async () => {
    const { printer, simulator } = await readyBench({ profile: 'statusOnly' });
    await print(printer, ticket('1/1'));
    for (const mark of [
      [0x1d, 0x28, 0x48],
      [0x1d, 0x72],
    ]) {
      expect(Buffer.from(simulator.received).includes(Buffer.from(mark))).toBe(false);
    }
  });

  it('statusOnly: trouble after the first byte is unknown, never assumed', async () => {
    const { printer, simulator } = await readyBench({ profile: 'statusOnly' });
    simulator.setAfterLines(2, { isPaperOut: true });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'paperOut' });
  });

  it('statusOnly: power lost without a word is unknown', async () => {
    const { printer, simulator } = await readyBench({ profile: 'statusOnly' });
    simulator.setAfterLines(1, { isPowered: false });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
  });

  it('statusOnly: a hot head is waited for', async () => {
    const { printer, simulator } = await readyBench({ profile: 'statusOnly' });
    simulator.setAfterLines(2, { isHeadHot: true });
    const outcome = printer.print(ticket('1/1'));
    await until(() => printer.status, fault('offline'));
    simulator.set({ isHeadHot: false });
    expect(await settled(outcome)).toEqual({ state: 'assumed' });
  });

  it('writeOnly: a line lost in the middle is unknown', async () => {
    const { line, printer, simulator } = await readyBench({ profile: 'writeOnly' }, { switches: { isSilent: true } });
    const outcome = printer.print(ticket('1/1'));
    await until(() => simulator.received.length > 0, true);
    line.unplug();
    expect(await settled(outcome)).toEqual({ state: 'unknown', code: 'portLost' });
  });
});

describe('status blocks that were asked for', () => {
  it('trouble is known at once, not at the next question', async () => {
    const { printer, simulator } = await readyBench({ statusBlocks: 'asked', pollIntervalMs: 60_000 });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
    simulator.set({ isCoverOpen: true });
    await until(() => printer.status, fault('coverOpen'));
    simulator.set({ isCoverOpen: false, isNearEnd: true });
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
  });
});

describe('paper', () => {
  it('is counted by the millimetre, warned of near its end, and begins anew with a new roll', async () => {
    const { printer, simulator } = await readyBench({ rollMm: 1000 });
    simulator.set({ isPaperOut: true });
    await until(() => printer.status, fault('paperOut'));
    simulator.set({ isPaperOut: false });
    await until(() => printer.status, READY);
    expect(printer.health.paper).toMatchObject({ printedMm: 0, leftMm: 1000 });
    await print(printer, ticket('1/1'));
    const { printedMm, leftMm } = printer.health.paper;
    // 34 + 144 + 34 + 34 + 24 + 25 x 6 + 24 dots at 8 a millimetre.
    expect([printedMm, leftMm]).toEqual([56, 944]);
    simulator.set({ isNearEnd: true });
    await until(() => printer.status, { state: 'ready', warning: 'paperNearEnd' });
    expect(printer.health).toMatchObject({
      paper: { nearEndCount: 1, isNearEnd: true },
      remarks: [{ kind: 'warning' }],
    });
    printer.rollChanged();
    expect(printer.health.paper.printedMm).toBe(0);
  });

  it('a ticket that failed before print takes none', async () => {
    const { printer, simulator } = await readyBench();
    simulator.set({ isCoverOpen: true });
    await print(printer, ticket('1/1'));
    expect(printer.health.paper.printedMm).toBe(0);
  });
});
