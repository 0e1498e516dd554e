// How a ticket is confirmed: by its process id, by the fence, by neither; and fences that are still owed.
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../testing/passing-time.ts';
import type { EscposPrinterOptions } from './driver.ts';
import type { PrinterSwitches } from './simulator-status.ts';
import { closeBenches, fault, openBench, print, READY, readyBench, ticket } from './testing/printer-bench.ts';

afterEach(closeBenches);

describe('completion', () => {
  it.each<[string, EscposPrinterOptions, Partial<PrinterSwitches>, unknown]>([
    ['no process id: the fence confirms', {}, { knowsProcessId: false }, { state: 'confirmed', by: 'fence' }],
    ['a foreign id proves nothing', {}, { answersFixedId: true }, { state: 'confirmed', by: 'fence' }],
    ['a foreign id alone', {}, { answersFixedId: true, knowsFence: false }, { state: 'unknown', code: 'noReply' }],
    ['no fence: the id confirms', {}, { knowsFence: false }, { state: 'confirmed', by: 'processId' }],
    ['set to fence: no id is asked', { completion: 'fence' }, {}, { state: 'confirmed', by: 'fence' }],
    ['neither', {}, { knowsFence: false, knowsProcessId: false }, { state: 'unknown', code: 'noReply' }],
  ])('%s', async (_, options, switches, outcome) => {
    const { printer } = await readyBench(options, { switches });
    expect(await print(printer, ticket('1/1'))).toEqual(outcome);
    expect(await print(printer, ticket('2/1'))).toEqual(outcome);
  });

  it('set to fence, GS ( H is not sent: it would be rubbish on the paper', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence' });
    await print(printer, ticket('1/1'));
    expect(Buffer.from(simulator.received).includes(Buffer.of(0x1d, 0x28, 0x48))).toBe(false);
  });

  it('without a status channel the printer is always ready and every job unknown', async () => {
    const { printer, simulator } = await readyBench({ statusReplies: 'none' }, { switches: { isSilent: true } });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    expect(printer.status).toEqual(READY);
    expect(simulator.tickets).toHaveLength(1);
  });

  it('with the status channel missing where it is required, the status is noReply', async () => {
    const { printer } = openBench({}, { switches: { isSilent: true } });
    await until(() => printer.status, fault('noReply'));
  });

  it('the late fence of an earlier ticket does not confirm the next', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence' });
    await print(printer, ticket('0/1'));
    simulator.setAfterLines(2, { isCoverOpen: true });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'coverOpen' });
    // The cover is closed, the rest of ticket 1 comes out line by line while ticket 2 is asked for.
    simulator.set({ isCoverOpen: false, lineMs: 30 });
    await until(() => printer.status, READY);
    expect(await print(printer, ticket('2/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    expect(simulator.tickets).toHaveLength(3);
  });
});

describe('fences that are still owed', () => {
  it('a fence lost with the power is settled before the next ticket', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence' });
    expect(await print(printer, ticket('0/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    simulator.setAfterLines(2, { isPowered: false });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'noReply' });
    simulator.set({ isPowered: true });
    await until(() => printer.status, READY);
    expect(await print(printer, ticket('1/2'))).toEqual({ state: 'confirmed', by: 'fence' });
  });

  it('of a printer that never answered one yet, as many replies go by as are owed', async () => {
    const { printer, simulator } = await readyBench({ completion: 'fence', statusTimeoutMs: 250 });
    simulator.setAfterLines(1, { isCoverOpen: true });
    expect(await print(printer, ticket('1/1'))).toEqual({ state: 'unknown', code: 'coverOpen' });
    // The rest of ticket 1 takes longer than the driver waits for its fence.
    simulator.set({ isCoverOpen: false, lineMs: 300 });
    expect(await print(printer, ticket('2/1'))).toEqual({ state: 'confirmed', by: 'fence' });
    expect(simulator.tickets).toHaveLength(2);
  });
});
