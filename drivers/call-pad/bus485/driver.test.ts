// Call pads on one line with each other and with evaluation pads: every key once, to its own window, and the display back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BusLine } from '../../bus-485/line.ts';
import { Bus485Pad } from '../../evaluation-pad/bus485/driver.ts';
import { bus485PadSettings } from '../../evaluation-pad/bus485/settings.ts';
import { PadBusSimulator } from '../../evaluation-pad/bus485/simulator.ts';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { CallPadEvent } from '../contract.ts';
import { Bus485CallPad } from './driver.ts';
import { bus485CallPadSettings } from './settings.ts';
import { beepsOf, shownOnPad } from './simulator.ts';

let count = 0;
let wire: MemoryLine;
let line: BusLine;
let pads: PadBusSimulator;
let made: { stop(): Promise<void> }[];
let pressed: [number, string, string][];

function callPad(address: number, options: Readonly<Record<string, unknown>> = {}): Bus485CallPad {
  const pad = new Bus485CallPad(line, bus485CallPadSettings({ address, ...options }));
  pad.onEvent((event: CallPadEvent) => {
    if (event.type === 'key') pressed.push([address, event.action, event.key]);
  });
  pad.start();
  made.push(pad);
  return pad;
}

beforeEach(() => {
  vi.useFakeTimers();
  count += 1;
  pressed = [];
  made = [];
  wire = memoryLine(`call-pad-${count}`);
  line = new BusLine(wire.hostPort());
  pads = new PadBusSimulator(wire.devicePort());
  pads.start();
});

afterEach(async () => {
  await settled(Promise.all([...made.map((each) => each.stop()), pads.stop()]));
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const ready = (...each: { readonly status: { state: string } }[]): Promise<void> =>
  until(
    () => each.map(({ status }) => status.state),
    each.map(() => 'ready'),
  );

describe('keys', () => {
  it.each<[number[], string, string]>([
    [[0x0c], 'next', '0C'],
    [[0x0d], 'recall', '0D'],
    [[0x0b], 'evaluate', '0B'],
    [[0x0e], 'none', '0E'],
    [[0x11], 'none', '11'],
    [[0x12], 'pause', '12'],
    [[0x13], 'transfer', '13'],
    [[0x06, 0x0f], 'giveUp', '06 0F'],
    [[0x00, 0x0f], 'hold', '00 0F'],
    [[0x03, 0x0f], 'resume', '03 0F'],
    [[0x09, 0x0f], 'none', '09 0F'],
    [[0x05, 0x0c], 'next', '05 0C'],
    [[0x01, 0x06, 0x0f], 'giveUp', '01 06 0F'],
    [[0x77], 'none', '77'],
  ])('%j is %s, acknowledged by the identical frame', async (keys, action, key) => {
    await ready(callPad(4));
    pads.pressCallKey(4, ...keys);
    await until(() => pads.unacknowledgedCount, 0);
    expect(pressed).toEqual([[4, action, key]]);
  });

  it('mean what the configuration says', async () => {
    await ready(callPad(4, { keys: { '0e': 'finish', '06 0F': 'missed', '0C': 'start' } }));
    pads.pressCallKey(4, 0x0e);
    pads.pressCallKey(4, 0x06, 0x0f);
    pads.pressCallKey(4, 0x0c);
    await until(() => pressed.map(([, action]) => action), ['finish', 'missed', 'start']);
  });

  it('a lost acknowledgement makes the pad repeat: one key', async () => {
    await ready(callPad(1));
    pads.set({ acknowledgementsToLose: 3 });
    pads.pressCallKey(1, 0x0c);
    await until(() => pads.unacknowledgedCount, 0);
    expect(pressed).toHaveLength(1);
  });

  it('the same key pressed again more than a second later is another one', async () => {
    await ready(callPad(1));
    pads.pressCallKey(1, 0x0c);
    await vi.advanceTimersByTimeAsync(1_100);
    pads.pressCallKey(1, 0x0c);
    await until(() => pressed.length, 2);
  });

  it('twenty pads on one line, pressed at once through noise: each its own', async () => {
    const addresses = Array.from({ length: 20 }, (_, index) => index + 236);
    await ready(...addresses.map((address) => callPad(address)));
    pads.set({ noise: [0x00, 0xff, 0x68, 0x03, 0x04] });
    for (const address of addresses) pads.pressCallKey(address, 0x0c);
    await until(() => pads.unacknowledgedCount, 0);
    expect(pressed.map(([address]) => address).sort()).toEqual(addresses);
  });
});

describe('beside evaluation pads', () => {
  it('keys call and results rate, at one address as well', async () => {
    const rated: unknown[] = [];
    const evaluation = new Bus485Pad(line, bus485PadSettings({ address: 3, levels: { 4: 5 } }));
    evaluation.onEvent((event) => {
      if (event.type === 'rated') rated.push([event.evaluationId, event.rating]);
    });
    evaluation.start();
    made.push(evaluation);
    await ready(callPad(3), evaluation);
    evaluation.ask({ evaluationId: 9, timeoutMs: 60_000 });
    pads.pressCallKey(3, 0x0c);
    pads.press(3, 4);
    await until(() => rated, [[9, 5]]);
    expect(pressed).toEqual([[3, 'next', '0C']]);
    await until(() => pads.unacknowledgedCount, 0);
  });

  it('an address for two call pads is refused by name', () => {
    callPad(3);
    const twin = new Bus485CallPad(line, bus485CallPadSettings({ address: 3 }));
    expect(() => twin.start()).toThrow('address 3 is taken');
  });
});

describe('the display', () => {
  it('shows the number while somebody is there, else how many wait', async () => {
    const pad = callPad(2);
    await ready(pad);
    pad.show({ ticketNumber: null, waiting: 7 });
    await until(() => shownOnPad(pads.heard, 2), { waiting: '007', ticket: '   ' });
    pad.show({ ticketNumber: 'A012', waiting: 6 });
    await until(() => shownOnPad(pads.heard, 2), { waiting: '   ', ticket: '012' });
    pad.show({ ticketNumber: null, waiting: null });
    await until(() => shownOnPad(pads.heard, 2), { waiting: '   ', ticket: '   ' });
  });

  it('shows both where it is set so', async () => {
    const pad = callPad(2, { display: 'both' });
    await ready(pad);
    pad.show({ ticketNumber: 'A012', waiting: 6 });
    await until(() => shownOnPad(pads.heard, 2), { waiting: '006', ticket: '012' });
    pad.show({ ticketNumber: null, waiting: 7 });
    await until(() => shownOnPad(pads.heard, 2), { waiting: '007', ticket: '   ' });
  });

  it('is said once for each change, and again every half minute for a pad that lost power', async () => {
    const pad = callPad(2);
    await ready(pad);
    for (let again = 0; again < 3; again += 1) pad.show({ ticketNumber: 'A012', waiting: 6 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pads.heard).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(pads.heard).toHaveLength(2);
  });

  it('is right again when the line comes back, and a beep of the time between is not made up for', async () => {
    const pad = callPad(2);
    await ready(pad);
    wire.unplug();
    expect(pad.status).toEqual({ state: 'fault', code: 'portLost' });
    pad.show({ ticketNumber: 'A013', waiting: 6 });
    pad.beep();
    wire.replug();
    await vi.advanceTimersByTimeAsync(10_000);
    pads.pressCallKey(2, 0x0c);
    await until(() => pads.unacknowledgedCount, 0);
    await vi.advanceTimersByTimeAsync(40_000);
    expect([shownOnPad(pads.heard, 2)?.ticket, beepsOf(pads.heard, 2)]).toEqual(['013', 0]);
    pad.beep();
    await until(() => beepsOf(pads.heard, 2), 1);
  });
});

it('two pads with one address are a fault by name, until a minute passes without', async () => {
  const pad = callPad(5);
  await ready(pad);
  pads.set({ acknowledgementsToLose: 4, repeatMs: 100 });
  pads.pressCallKey(5, 0x0c);
  await vi.advanceTimersByTimeAsync(50);
  pads.pressCallKey(5, 0x0d);
  await until(() => pad.status, { state: 'fault', code: 'addressConflict' });
  await until(() => pads.unacknowledgedCount, 0);
  expect(pressed.map(([, action]) => action)).toEqual(['next', 'recall']);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(pad.status.state).toBe('ready');
});
