// One line, several pads: acknowledgements, repeats, gaps, and never speaking before the line is quiet.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import type { Port } from '../port/port.ts';
import type { BusFrame } from './codec.ts';
import { BusLine } from './line.ts';

const RESULT = 'ff680303680311041816';
const RESULT_TAKEN = 'ff680303680301040816';
const NEXT_KEY = 'ff6803036801010c0e16';

let count = 0;
let nowMs = 0;
let line: BusLine;
let far: Port;
let said: string[];
let heard: BusFrame[];

const say = (hex: string): Promise<void> => far.write(Uint8Array.from(Buffer.from(hex, 'hex')));
const PATIENCE = { interval: 1, timeout: 20_000 };
const until = (what: () => unknown, value: unknown): Promise<void> => expect.poll(what, PATIENCE).toEqual(value);
const station = { onFrame: (frame: BusFrame) => void heard.push(frame), onPort: () => undefined };

beforeEach(async () => {
  count += 1;
  nowMs = 0;
  said = [];
  heard = [];
  const wire = memoryLine(`bus-line-${count}`);
  // The clock stands still unless a test moves it, and runs on with every look so that waiting ends.
  line = new BusLine(wire.hostPort(), { now: () => (nowMs += 0.1) });
  far = wire.devicePort();
  await far.open();
  far.onBytes((bytes) => void said.push(Buffer.from(bytes).toString('hex')));
  line.attach(3, station);
  line.attach(1, station);
  await until(() => line.newestChange?.type, 'opened');
});

afterEach(async () => {
  await line.detach(3);
  await line.detach(1);
  await far.close();
});

describe('acknowledging', () => {
  it('a result under function 01, a key by the identical frame, each told once', async () => {
    await say(RESULT);
    await say(NEXT_KEY);
    await until(() => said, [RESULT_TAKEN, NEXT_KEY]);
    expect(heard).toEqual([
      { address: 3, func: 0x11, data: [4] },
      { address: 1, func: 0x01, data: [0x0c] },
    ]);
  });

  it.each([
    ['a key', NEXT_KEY, NEXT_KEY, 1_000],
    ['a result', RESULT, RESULT_TAKEN, 300],
  ])(
    '%s: a repeat in time is acknowledged again and not told; a later one is new',
    async (_, frame, taken, repeatMs) => {
      await say(frame);
      await until(() => said.length, 1);
      nowMs += repeatMs - 50;
      await say(frame);
      await until(() => said, [taken, taken]);
      expect(heard).toHaveLength(1);
      nowMs += repeatMs + 50;
      await say(frame);
      await until(() => said.length, 3);
      expect(heard).toHaveLength(2);
    },
  );

  it('the same key of two pads is not a repeat', async () => {
    await say(`${RESULT}ff680303680111041616`);
    await until(() => heard.map((frame) => frame.address), [3, 1]);
  });

  it('a pad that nobody serves gets no acknowledgement', async () => {
    await say('ff680303680711041c16');
    await say(RESULT);
    await until(() => said, [RESULT_TAKEN]);
    expect(heard).toHaveLength(1);
  });
});

describe('bytes', () => {
  it('two pads at once, split anywhere, with noise between', async () => {
    const hex = `00ff${RESULT}ff68aa${NEXT_KEY}`;
    for (let at = 0; at < hex.length; at += 6) await say(hex.slice(at, at + 6));
    await until(() => heard.map((frame) => frame.address), [3, 1]);
  });

  it('a frame whose rest comes 100 ms late is none', async () => {
    await say(RESULT.slice(0, 10));
    await until(() => nowMs > 0, true);
    nowMs += 101;
    await say(RESULT.slice(10));
    await say(NEXT_KEY);
    await until(() => heard.map((frame) => frame.address), [1]);
  });
});

describe('an adapter that returns what we say', () => {
  it('is not taken for a pad: no key, and no word more', async () => {
    far.onBytes((bytes) => void far.write(bytes));
    await say(NEXT_KEY);
    await until(() => said.length, 1);
    await say(RESULT);
    await until(() => said, [NEXT_KEY, RESULT_TAKEN]);
    expect(heard.map((frame) => frame.address)).toEqual([1, 3]);
  });
});

describe('a pad for both', () => {
  it('its keys and results come to both its stations, and each role is given once', async () => {
    const calls: BusFrame[] = [];
    const call = { onFrame: (frame: BusFrame) => void calls.push(frame), onPort: () => undefined };
    line.attach(3, call, 'call');
    expect(() => line.attach(3, call, 'call')).toThrow('address 3 is taken');
    await say(RESULT);
    await until(() => said, [RESULT_TAKEN]);
    expect([heard.length, calls.length]).toEqual([1, 1]);
    await line.detach(3, 'call');
    await say(NEXT_KEY);
    await until(() => said.length, 2);
    expect(calls).toHaveLength(1);
  });
});

it('two pads of one address are told, and neither key is carried out twice', async () => {
  let conflicts = 0;
  const keys: number[] = [];
  const onFrame = ({ data }: BusFrame): void => void keys.push(...data);
  line.attach(7, { onFrame, onPort: () => undefined, onConflict: () => void (conflicts += 1) }, 'call');
  const [next, recall] = ['ff6803036807010c1416', 'ff6803036807010d1516'];
  await say(next);
  await until(() => said.length, 1);
  await say(recall);
  await until(() => said.length, 2);
  nowMs += 60;
  await say(next);
  await until(() => said.length, 3);
  nowMs += 60;
  await say(recall);
  await until(() => said.length, 4);
  expect([keys, conflicts]).toEqual([[0x0c, 0x0d], 2]);
  await line.detach(7, 'call');
});

it('an address is given once, and is 1 to 255', () => {
  expect(() => line.attach(3, station)).toThrow('address 3 is taken');
  for (const address of [0, 256, 1.5]) expect(() => line.attach(address, station)).toThrow(RangeError);
});

it('what it says comes at least 5 ms apart and behind what it heard', async () => {
  const sentAt: number[] = [];
  const stop = far.onBytes(() => void sentAt.push(nowMs));
  await say(NEXT_KEY);
  await until(() => sentAt.length, 1);
  for (const address of [1, 3, 1]) line.send({ address, func: 3, data: [] });
  await until(() => sentAt.length, 4);
  stop();
  const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
  expect(said.slice(1)).toEqual(
    ['ff68020268010304 16', 'ff68020268030306 16', 'ff68020268010304 16'].map((hex) => hex.replace(' ', '')),
  );
});

it('what waits when the line closes is not sent later', async () => {
  for (let index = 0; index < 100; index += 1) line.send({ address: 1, func: 3, data: [] });
  await line.detach(3);
  await line.detach(1);
  const saidBefore = said.length;
  line.attach(3, station);
  await until(() => line.newestChange?.type, 'opened');
  await say(RESULT);
  await until(() => said.slice(saidBefore).at(-1), RESULT_TAKEN);
  expect(said.slice(saidBefore)).toHaveLength(1);
});
