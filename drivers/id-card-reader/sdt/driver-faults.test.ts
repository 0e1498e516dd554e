// The driver against a reader and a line that misbehave: nothing is misread, faults are told once, and work goes on.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryLine } from '../../port/memory-port.ts';
import { openBench, pass, READ_LI, type Bench } from './testing/driver-bench.ts';
import { SdtIdCardReader } from './driver.ts';
import { RESIDENT_BLOCK } from './testing/golden.ts';
import { LI } from './testing/simulated-people.ts';
import { SdtReaderSimulator } from './simulator.ts';

let bench: Bench;
let simulator: SdtReaderSimulator;
let reader: SdtIdCardReader;
let told: readonly string[];

beforeEach(async () => {
  bench = await openBench();
  ({ simulator, reader, told } = bench);
});

afterEach(() => bench.close());

describe('lines that are not clean', () => {
  test.each([
    ['garbage before a reply', { garbageBeforeReply: [0x00, 0xaa, 0xaa, 0x96, 0xff] }],
    ['a reply in single bytes', { sendsByteByByte: true }],
    ['extra AA', { hasExtraPreamble: true }],
    ['status words of the card', { sw1sw2: [0x69, 0x82] }],
    ['slow replies', { replyDelayMs: 900 }],
  ] as const)('%s', async (_name, quirk) => {
    Object.assign(simulator.quirks, quirk);
    simulator.lay(LI);
    await pass(4000);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test('a reply behind the head of a frame that never ends is found when the time is up', async () => {
    simulator.quirks.garbageBeforeReply = [0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x00];
    simulator.lay(LI);
    await pass(10_000);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test.each([0x10, 0x11, 0x24])('answer %i once: asked again, nobody notices', async (sw3) => {
    await pass(400);
    simulator.quirks.nextSw3 = sw3;
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test.each([
    ['silence', { isSilent: true }, 'noReply'],
    ['flipped checksums', { breaksChecksum: true }, 'badReply'],
    ['truncated replies', { truncatesReplyTo: 8 }, 'badReply'],
  ] as const)('%s: a fault after three lost replies, not before; then ready again', async (_name, quirk, code) => {
    const usual = { ...simulator.quirks };
    Object.assign(simulator.quirks, quirk);
    await pass(2500);
    expect(told).toEqual(['ready']);
    await pass(5000);
    expect(told).toEqual(['ready', `fault ${code}`]);
    Object.assign(simulator.quirks, usual);
    simulator.lay(LI);
    await pass(10_000);
    expect(told).toEqual(['ready', `fault ${code}`, 'ready', READ_LI]);
  });

  test('replies that come too late are never taken for those of other commands', async () => {
    simulator.quirks.replyDelayMs = 1100;
    simulator.lay(LI);
    await pass(20_000);
    expect(told).toEqual(['ready', 'fault noReply']);
    simulator.quirks.replyDelayMs = 0;
    await pass(10_000);
    expect(told).toEqual(['ready', 'fault noReply', 'ready', READ_LI]);
  });
});

describe('faults', () => {
  test.each([0x60, 0x66] as const)(
    'a security module that answers %i is a device fault until it works again',
    async (sw3) => {
      simulator.quirks.samFault = sw3;
      await pass(1000);
      expect(told).toEqual(['ready', 'fault deviceFault']);
      simulator.quirks.samFault = null;
      await pass(4000);
      expect(told).toEqual(['ready', 'fault deviceFault', 'ready']);
    },
  );

  test.each([0x21, 0x23])('a find refused with %i is the wrong device', async (sw3) => {
    await pass(400);
    simulator.quirks.nextSw3 = sw3;
    await pass(400);
    expect(told).toEqual(['ready', 'fault deviceRefused']);
  });

  test('a find answered with nonsense is noise once, and a fault when it goes on', async () => {
    await pass(400);
    simulator.quirks.nextSw3 = 0x77;
    await pass(1000);
    expect(told).toEqual(['ready']);
    for (let look = 0; look < 3; look += 1) {
      simulator.quirks.nextSw3 = 0x77;
      await pass(400);
    }
    expect(told).toEqual(['ready', 'fault badReply']);
    await pass(4000);
    expect(told).toEqual(['ready', 'fault badReply', 'ready']);
  });

  test('started twice is started once', async () => {
    reader.start();
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI]);
    expect(simulator.countOf('3001')).toBe(1);
  });

  test('unplugged and plugged in again with the card still lying there: the same placement', async () => {
    simulator.lay(LI);
    await pass(1000);
    bench.line.unplug();
    await pass(10_000);
    expect(told).toEqual(['ready', READ_LI, 'fault portLost']);
    bench.line.replug();
    await pass(5000);
    expect(told).toEqual(['ready', READ_LI, 'fault portLost', 'ready']);
    expect(reader.status).toEqual({ state: 'ready', warning: null });
    simulator.lift();
    await pass(1000);
    expect(told.at(-1)).toBe('lifted');
  });

  test('unplugged in the middle of a command', async () => {
    simulator.quirks.replyDelayMs = 500;
    await pass(450);
    bench.line.unplug();
    await pass(100);
    expect(told.at(-1)).toBe('fault portLost');
    bench.line.replug();
    simulator.quirks.replyDelayMs = 0;
    simulator.lay(LI);
    await pass(5000);
    expect(told.slice(-2)).toEqual(['ready', READ_LI]);
  });

  test('the number of the security module is known after the start', () => {
    expect(reader.samId).toBe('05.01-20151086-0000012345-1234567890');
  });

  test('stopped while a command is in flight: nothing more is told; started again, it works', async () => {
    simulator.quirks.isSilent = true;
    await pass(500);
    await reader.stop();
    simulator.quirks.isSilent = false;
    simulator.lay(LI);
    await pass(5000);
    expect(told).toEqual(['ready']);
    reader.start();
    await pass(5000);
    expect(told).toEqual(['ready', 'ready', READ_LI]);
  });
});

test('card bytes are wiped from what the line handed over', async () => {
  const seen: Uint8Array[] = [];
  const tap = memoryLine('sdt-tap');
  const host = tap.hostPort();
  host.onBytes((bytes) => seen.push(bytes));
  const device = new SdtReaderSimulator(tap.devicePort());
  const tapped = new SdtIdCardReader(host);
  device.layBlock(RESIDENT_BLOCK);
  device.start();
  tapped.start();
  await pass(1000);
  await tapped.stop();
  await device.stop();
  expect(seen.some((bytes) => bytes.length === 1295)).toBe(true);
  expect(seen.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
});
