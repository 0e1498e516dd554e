// The driver against the simulated reader over a line in memory, with the clock in our hands: one event per card laid,
// the right word for every trouble, and back to work after every fault.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import type { IdCardReaderEvent } from '../contract.ts';
import { SdtIdCardReader } from './driver.ts';
import { FOREIGNER_2017_BLOCK, HK_BLOCK, RESIDENT_BLOCK } from './golden.ts';
import { LI, WANG } from './simulated-people.ts';
import { SdtReaderSimulator } from './simulator.ts';

let line: MemoryLine;
let simulator: SdtReaderSimulator;
let reader: SdtIdCardReader;
let told: string[];
let lineCount = 0;

beforeEach(async () => {
  vi.useFakeTimers();
  lineCount += 1;
  line = memoryLine(`sdt-${lineCount}`);
  simulator = new SdtReaderSimulator(line.devicePort());
  reader = new SdtIdCardReader(line.hostPort());
  told = [];
  reader.onEvent((event) => told.push(inWords(event)));
  simulator.start();
  reader.start();
  await pass(100);
});

afterEach(async () => {
  await reader.stop();
  await simulator.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function pass(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function inWords(event: IdCardReaderEvent): string {
  switch (event.type) {
    case 'cardRead':
      return `read ${event.card.idNumber}`;
    case 'cardTrouble':
      return event.trouble;
    case 'cardLifted':
      return 'lifted';
    case 'status':
      return event.status.state === 'fault' ? `fault ${event.status.code}` : event.status.state;
  }
}

const READ_LI = `read ${LI.idNumber}`;
const READ_WANG = `read ${WANG.idNumber}`;

describe('cards', () => {
  test('one event per card laid, however long it lies; lifted, and the next', async () => {
    simulator.lay(LI);
    await pass(60_000);
    expect(told).toEqual(['ready', READ_LI]);
    expect(simulator.countOf('3001')).toBe(1);
    simulator.lift();
    await pass(1000);
    simulator.lay(WANG);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI, 'lifted', READ_WANG]);
  });

  test('the same card laid again is a new placement', async () => {
    simulator.lay(LI);
    await pass(1000);
    simulator.lift();
    await pass(1000);
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI, 'lifted', READ_LI]);
  });

  test('a card exchanged between two looks is lifted and read', async () => {
    simulator.lay(LI);
    await pass(1000);
    simulator.lay(WANG);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI, 'lifted', READ_WANG]);
  });

  test('the event holds what a queue may know and nothing more', async () => {
    const cards: unknown[] = [];
    reader.onEvent((event) => event.type === 'cardRead' && cards.push(event.card));
    for (const block of [RESIDENT_BLOCK, HK_BLOCK, FOREIGNER_2017_BLOCK]) {
      simulator.layBlock(block);
      await pass(1000);
    }
    expect(
      cards.map((card) =>
        Object.keys(card as object)
          .sort()
          .join(),
      ),
    ).toEqual(Array<string>(3).fill('birth,doubts,idNumber,kind,name,validTo'));
    expect(told.slice(1)).toEqual([
      'read 11010519491231002X',
      'lifted',
      'read 810000199001020014',
      'lifted',
      'read ABC310023456789',
    ]);
  });

  test('a reader that finds again what it has read does not make a second event', async () => {
    simulator.quirks.findsAgain = true;
    simulator.lay(LI);
    await pass(1000);
    simulator.quirks.nextSw3 = 0x41;
    await pass(2000);
    expect(told).toEqual(['ready', READ_LI]);
    expect(simulator.countOf('3001')).toBe(2);
  });
});

describe('troubles', () => {
  test('a card lifted while it is read: lay it again, then it is read', async () => {
    simulator.quirks.liftsMidRead = true;
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', 'layAgain']);
    simulator.quirks.liftsMidRead = false;
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', 'layAgain', READ_LI]);
  });

  test('authentication fails: told once while the card lies, and once more when it is laid again', async () => {
    simulator.quirks.authFails = true;
    simulator.quirks.findsAgain = true;
    simulator.lay(LI);
    await pass(10_000);
    expect(told).toEqual(['ready', 'layAgain']);
    simulator.lift();
    await pass(1000);
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', 'layAgain', 'layAgain']);
  });

  test('a card of an unknown type, by the reader and by its block', async () => {
    simulator.quirks.isCardUnsupported = true;
    simulator.lay(LI);
    await pass(1000);
    simulator.lift();
    await pass(1000);
    simulator.quirks.isCardUnsupported = false;
    simulator.layBlock(RESIDENT_BLOCK.with(248, 0x5a));
    await pass(1000);
    expect(told).toEqual(['ready', 'unsupportedCard', 'unsupportedCard']);
  });

  test('a failed select is tried again from find before anybody is bothered', async () => {
    simulator.quirks.selectFails = true;
    simulator.lay(LI);
    await pass(500);
    simulator.quirks.selectFails = false;
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test('a select that keeps failing asks to lay again', async () => {
    simulator.quirks.selectFails = true;
    simulator.lay(LI);
    await pass(10_000);
    expect(told).toEqual(['ready', 'layAgain']);
  });
});

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

  test.each([0x10, 0x11, 0x24])('answer %i once: asked again, nobody notices', async (sw3) => {
    await pass(400);
    simulator.quirks.nextSw3 = sw3;
    simulator.lay(LI);
    await pass(1000);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test.each([
    ['silence', { isSilent: true }],
    ['flipped checksums', { breaksChecksum: true }],
    ['truncated replies', { truncatesReplyTo: 8 }],
  ] as const)('%s: a fault after three lost replies, not before; then ready again', async (_name, quirk) => {
    const usual = { ...simulator.quirks };
    Object.assign(simulator.quirks, quirk);
    await pass(2500);
    expect(told).toEqual(['ready']);
    await pass(5000);
    expect(told).toEqual(['ready', 'fault noReply']);
    Object.assign(simulator.quirks, usual);
    simulator.lay(LI);
    await pass(10_000);
    expect(told).toEqual(['ready', 'fault noReply', 'ready', READ_LI]);
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

  test('unplugged and plugged in again with the card still lying there: the same placement', async () => {
    simulator.lay(LI);
    await pass(1000);
    line.unplug();
    await pass(10_000);
    expect(told).toEqual(['ready', READ_LI, 'fault portLost']);
    line.replug();
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
    line.unplug();
    await pass(100);
    expect(told.at(-1)).toBe('fault portLost');
    line.replug();
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
