// The pad driver against behaving pads on one line: one rating per request, none that was not asked for.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BusLine } from '../../bus-485/line.ts';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { EvaluationPadEvent } from '../contract.ts';
import { Bus485Pad } from './driver.ts';
import { bus485PadSettings } from './settings.ts';
import { PadBusSimulator } from './simulator.ts';

const LEVELS = { 1: 2, 2: 3, 3: 4, 4: 5 };
const LONG_MS = 60_000;

let count = 0;
let wire: MemoryLine;
let pads: PadBusSimulator;
let one: Bus485Pad;
let two: Bus485Pad;
let events: [number, EvaluationPadEvent][];

const answers = (): unknown[] =>
  events.flatMap(([address, event]) => {
    if (event.type === 'status') return [];
    return [[address, event.evaluationId, event.type === 'rated' ? event.rating : 'lapsed']];
  });

function pad(line: BusLine, address: number): Bus485Pad {
  const made = new Bus485Pad(line, bus485PadSettings({ address, levels: LEVELS }));
  made.onEvent((event) => events.push([address, event]));
  return made;
}

beforeEach(async () => {
  vi.useFakeTimers();
  count += 1;
  events = [];
  wire = memoryLine(`pad-driver-${count}`);
  const line = new BusLine(wire.hostPort());
  pads = new PadBusSimulator(wire.devicePort());
  one = pad(line, 1);
  two = pad(line, 255);
  pads.start();
  one.start();
  two.start();
  await until(() => [one.status.state, two.status.state], ['ready', 'ready']);
});

afterEach(async () => {
  await settled(Promise.all([one.stop(), two.stop(), pads.stop()]));
  // A word that waited for the line to be quiet wakes up once more and sees that it is closed.
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('asked', () => {
  it('lights the pad and gives the level that the key means', async () => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    await until(() => pads.isArmed(1), true);
    expect(pads.heard).toEqual(['ff6803036801010b0d16']);
    pads.press(1, 4);
    await until(answers, [[1, 7, 5]]);
    await until(() => [pads.unacknowledgedCount, pads.isArmed(1)], [0, false]);
  });

  it('lapses without a key, and a key after that is taken and records nothing', async () => {
    one.ask({ evaluationId: 7, timeoutMs: 10 });
    await until(answers, [[1, 7, 'lapsed']]);
    pads.press(1, 4);
    await until(() => pads.unacknowledgedCount, 0);
    expect(answers()).toHaveLength(1);
  });

  it('a new request replaces the open one without an event', async () => {
    one.ask({ evaluationId: 7, timeoutMs: 30 });
    one.ask({ evaluationId: 8, timeoutMs: LONG_MS });
    await until(() => pads.heard.length, 2);
    pads.press(1, 1);
    await until(answers, [[1, 8, 2]]);
  });

  it.each([0, 9])('value %i records nothing, is acknowledged, and leaves the request open', async (value) => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    pads.press(1, value);
    await until(() => [pads.heard.length, pads.unacknowledgedCount], [2, 0]);
    expect(answers()).toEqual([]);
    pads.press(1, 3);
    await until(answers, [[1, 7, 4]]);
  });

  it('cancelled, it stays silent', async () => {
    one.ask({ evaluationId: 7, timeoutMs: 10 });
    one.cancel();
    pads.press(1, 4);
    await until(() => pads.unacknowledgedCount, 0);
    expect(answers()).toEqual([]);
  });
});

describe('the line', () => {
  it('a lost acknowledgement makes the pad repeat: one rating', async () => {
    pads.set({ acknowledgementsToLose: 2 });
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    pads.press(1, 4);
    await until(() => pads.unacknowledgedCount, 0);
    expect(answers()).toEqual([[1, 7, 5]]);
    const taken = pads.heard.filter((hex) => hex === 'ff680303680101040616');
    expect(taken).toHaveLength(3);
  });

  it('a repeat of the last answer does not rate the next request', async () => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    pads.set({ acknowledgementsToLose: 1 });
    pads.press(1, 4);
    await until(answers, [[1, 7, 5]]);
    one.ask({ evaluationId: 8, timeoutMs: LONG_MS });
    await until(() => pads.unacknowledgedCount, 0);
    expect(answers()).toEqual([[1, 7, 5]]);
  });

  it('two pads on one line do not answer for each other, at address 255 neither', async () => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    two.ask({ evaluationId: 8, timeoutMs: LONG_MS });
    await until(() => [pads.isArmed(1), pads.isArmed(255)], [true, true]);
    pads.press(255, 1);
    pads.press(1, 2);
    await until(answers, [
      [255, 8, 2],
      [1, 7, 3],
    ]);
    await until(() => pads.unacknowledgedCount, 0);
  });

  it('noise before every frame is passed over', async () => {
    pads.set({ noise: [0x00, 0xff, 0x68, 0x03, 0x04, 0xff] });
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    pads.press(1, 4);
    await until(answers, [[1, 7, 5]]);
  });

  it('keys of a call pad are acknowledged and rate nothing', async () => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    pads.pressCallKey(1, 0x0c);
    await until(() => pads.unacknowledgedCount, 0);
    expect(answers()).toEqual([]);
  });

  it('unplugged and plugged in again: fault, ready, and an open request is shown again', async () => {
    one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    await until(() => pads.heard.length, 1);
    wire.unplug();
    await until(() => [one.status, two.status], Array(2).fill({ state: 'fault', code: 'portLost' }));
    two.ask({ evaluationId: 8, timeoutMs: 10 });
    await until(answers, [[255, 8, 'lapsed']]);
    wire.replug();
    await until(() => [one.status.state, two.status.state], ['ready', 'ready']);
    // The pads' end takes the line up at its own pace.
    await vi.advanceTimersByTimeAsync(5000);
    pads.press(1, 4);
    await until(() => answers().at(-1), [1, 7, 5]);
  });
});

it('a request still open when the line comes back is shown to the pad again', async () => {
  one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
  await until(() => pads.isArmed(1), true);
  await pads.stop();
  wire.unplug();
  await until(() => one.status.state, 'fault');
  const far = wire.devicePort();
  const said: string[] = [];
  far.onBytes((bytes) => said.push(Buffer.from(bytes).toString('hex')));
  wire.replug();
  await far.open();
  await until(() => said, ['ff6803036801010b0d16']);
  await far.close();
});

describe('settings', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ address: 0, levels: LEVELS }, 'address'],
    [{ address: 256, levels: LEVELS }, 'address'],
    [{ levels: LEVELS }, 'address'],
    [{ address: 1 }, 'levels'],
    [{ address: 1, levels: {} }, 'levels'],
    [{ address: 1, levels: { 0: 3 } }, 'levels'],
    [{ address: 1, levels: { one: 3 } }, 'levels'],
    [{ address: 1, levels: { 1: 6 } }, 'levels'],
    [{ address: 1, levels: LEVELS, colour: 'red' }, 'colour'],
  ])('%j is refused by name', (options, name) => {
    expect(() => bus485PadSettings(options)).toThrow(RangeError);
    expect(() => bus485PadSettings(options)).toThrow(name);
  });
});

it('two pads with one address are a fault by name and one answer, until a minute passes without', async () => {
  one.ask({ evaluationId: 7, timeoutMs: LONG_MS });
  await until(() => pads.isArmed(1), true);
  pads.set({ acknowledgementsToLose: 4, repeatMs: 100 });
  pads.press(1, 4);
  await vi.advanceTimersByTimeAsync(50);
  pads.press(1, 1);
  await until(() => one.status, { state: 'fault', code: 'addressConflict' });
  expect(two.status.state).toBe('ready');
  await until(() => pads.unacknowledgedCount, 0);
  expect(answers()).toEqual([[1, 7, 5]]);
  await vi.advanceTimersByTimeAsync(61_000);
  const states = events.flatMap(([address, event]) =>
    address === 1 && event.type === 'status' ? [event.status.state] : [],
  );
  expect(states).toEqual(['ready', 'fault', 'ready']);
});
