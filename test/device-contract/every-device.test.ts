// What every device of a kind must do, whatever its maker: against each simulator over real lines, and against hardware by the same command.
// `DEVICES=FILE npx vitest run --project unit test/device-contract/every-device.test.ts`: FILE is a list of devices as in terminal.json;
// what a hand must do is said on standard error. Without it the simulators' hands do it.
import { describe, expect, it, type TestContext, vi } from 'vitest';
import {
  openCallPad,
  openDocumentScanner,
  openEvaluationPad,
  openIdCardReader,
  openLedStrip,
  openTicketPrinter,
  type DeviceStatus,
} from '@jiaohao/drivers';
import { hardwareSetUps } from './hardware.ts';
import { simulatedSetUps } from './simulated-devices.ts';
import type { Kind, OpenSetUp, SetUp } from './set-up.ts';

const BY_HAND = hardwareSetUps(process.env['DEVICES']);
const SET_UPS = BY_HAND ?? simulatedSetUps;
const PATIENCE = { interval: 20, timeout: BY_HAND === null ? 20_000 : 120_000 };
if (BY_HAND !== null) vi.setConfig({ testTimeout: 10 * PATIENCE.timeout });
/** Several polls of any driver. */
const A_WHILE_MS = 1500;

/** Simulators have hands enough for all at once; a person has not. */
const suite = BY_HAND === null ? describe.concurrent : describe;

const known = (kind: Kind) =>
  SET_UPS.filter((setUp) => setUp.kind === kind).map((setUp) => [setUp.name, setUp] as const);

async function open(setUp: SetUp, { onTestFinished }: TestContext): Promise<OpenSetUp> {
  const opened = await setUp.open();
  onTestFinished(async () => {
    await opened.close();
  });
  return opened;
}

interface Started {
  readonly status: DeviceStatus;
  start(): void;
  stop(): Promise<void>;
}

async function started(device: Started, { onTestFinished }: TestContext): Promise<void> {
  onTestFinished(() => device.stop());
  device.start();
  await vi.waitFor(() => expect(device.status).toMatchObject({ state: 'ready' }), PATIENCE);
}

/** The plug pulled and put back; a device that is only heard is known by its port alone. */
async function survivesItsPlug(device: Started, { hands }: OpenSetUp): Promise<void> {
  await hands.unplug();
  await vi.waitFor(() => expect(device.status.state).toBe('fault'), PATIENCE);
  await hands.plugIn();
  await vi.waitFor(() => expect(device.status).toMatchObject({ state: 'ready' }), PATIENCE);
}

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, A_WHILE_MS));

suite.each(known('idCardReader'))('ID-card reader: %s', (_, setUp) => {
  it('one event a card, however long it lies; the plug pulled and put back', async (context) => {
    const opened = await open(setUp, context);
    const reader = openIdCardReader(opened.config);
    const told: string[] = [];
    reader.onEvent((event) => {
      if (event.type !== 'status') told.push(event.type);
    });
    await started(reader, context);
    await opened.hands.layCard();
    await vi.waitFor(() => expect(told).toEqual(['cardRead']), PATIENCE);
    if (setUp.staysSelected) await aWhile();
    expect(told.filter((type) => type === 'cardRead')).toHaveLength(1);
    await opened.hands.liftCard();
    await vi.waitFor(() => expect(told).toEqual(['cardRead', 'cardLifted']), PATIENCE);
    await survivesItsPlug(reader, opened);
    await opened.hands.layCard();
    await vi.waitFor(() => expect(told.filter((type) => type === 'cardRead')).toHaveLength(2), PATIENCE);
  });
});

suite.each(known('ticketPrinter'))('ticket printer: %s', (_, setUp) => {
  it('a job ends once and is printed once; trouble is named before it prints; the plug pulled and put back', async (context) => {
    const opened = await open(setUp, context);
    const printer = openTicketPrinter(opened.config);
    const job = (key: string) => ({ key, lines: [{ type: 'text', text: `排队号 A012 龘 ${key}` }] as const });
    await started(printer, context);
    const outcome = await printer.print(job('1'));
    expect(['confirmed', 'assumed']).toContain(outcome.state);
    expect(await printer.print(job('1'))).toBe(outcome);
    await opened.hands.expectTickets(1);
    await opened.hands.openCover();
    await vi.waitFor(() => expect(printer.status).toEqual({ state: 'fault', code: 'coverOpen' }), PATIENCE);
    expect(await printer.print(job('2'))).toEqual({ state: 'failedBeforePrint', code: 'coverOpen' });
    await opened.hands.closeCover();
    await vi.waitFor(() => expect(printer.status.state).toBe('ready'), PATIENCE);
    await survivesItsPlug(printer, opened);
    expect(['confirmed', 'assumed']).toContain((await printer.print(job('2'))).state);
    await opened.hands.expectTickets(2);
  });
});

suite.each(known('evaluationPad'))('evaluation pad: %s', (_, setUp) => {
  it('one rating a request, none without a touch, none unasked; the line lost and back', async (context) => {
    const opened = await open(setUp, context);
    const pad = openEvaluationPad(opened.config);
    const told: string[] = [];
    pad.onEvent((event) => {
      if (event.type !== 'status') told.push(`${event.type} ${event.evaluationId}`);
    });
    await started(pad, context);
    pad.ask({ evaluationId: 1, timeoutMs: PATIENCE.timeout });
    await opened.hands.rate();
    await vi.waitFor(() => expect(told).toEqual(['rated 1']), PATIENCE);
    pad.ask({ evaluationId: 2, timeoutMs: 300 });
    await vi.waitFor(() => expect(told).toEqual(['rated 1', 'lapsed 2']), PATIENCE);
    // Until the form is gone from the pad: what is touched on it is not for the next request.
    await aWhile();
    if (setUp.hasPlug) await survivesItsPlug(pad, opened);
    pad.ask({ evaluationId: 3, timeoutMs: PATIENCE.timeout });
    await opened.hands.rate();
    await vi.waitFor(() => expect(told).toEqual(['rated 1', 'lapsed 2', 'rated 3']), PATIENCE);
  });
});

suite.each(known('callPad'))('call pad: %s', (_, setUp) => {
  it('each key once, also after the line was lost; number and count are shown', async (context) => {
    const opened = await open(setUp, context);
    const pad = openCallPad(opened.config);
    const told: string[] = [];
    pad.onEvent((event) => {
      if (event.type === 'key') told.push(event.action);
    });
    await started(pad, context);
    await opened.hands.pressNext();
    await vi.waitFor(() => expect(told).toEqual(['next']), PATIENCE);
    pad.show({ ticketNumber: 'A012', waiting: 3 });
    await opened.hands.expectText('012');
    await survivesItsPlug(pad, opened);
    await aWhile();
    await opened.hands.pressNext();
    await vi.waitFor(() => expect(told).toEqual(['next', 'next']), PATIENCE);
  });
});

suite.each(known('ledStrip'))('LED strip: %s', (_, setUp) => {
  it('shows a text, and the newest one when the line is back', async (context) => {
    const opened = await open(setUp, context);
    const strip = openLedStrip(opened.config);
    await started(strip, context);
    strip.show({ wordings: [['请A012到5号窗口'], ['A012']], colour: 'red' });
    await opened.hands.expectText('A012');
    if (setUp.hasPlug) await survivesItsPlug(strip, opened);
    strip.show({ wordings: [['暂停服务']], colour: 'red' });
    await opened.hands.expectText('暂停服务');
  });
});

suite.each(known('documentScanner'))('scanner: %s', (_, setUp) => {
  it('a code is heard once, also after the line was lost', async (context) => {
    const opened = await open(setUp, context);
    const scanner = openDocumentScanner(opened.config);
    const told: string[] = [];
    scanner.onEvent((event) => {
      if (event.type === 'scanned') told.push(event.scanned.kind);
    });
    await started(scanner, context);
    await opened.hands.scan();
    await vi.waitFor(() => expect(told).toEqual(['code']), PATIENCE);
    await survivesItsPlug(scanner, opened);
    await opened.hands.scan();
    await vi.waitFor(() => expect(told).toEqual(['code', 'code']), PATIENCE);
  });
});
