// The driver against the simulated reader: one event per card laid, and the right word for every trouble with a card.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SdtIdCardReader } from './driver.ts';
import { openBench, pass, READ_LI, READ_WANG, type Bench } from './testing/driver-bench.ts';
import { FOREIGNER_2017_BLOCK, HK_BLOCK, RESIDENT_BLOCK } from './testing/golden.ts';
import { LI, WANG } from './testing/simulated-people.ts';
import type { SdtReaderSimulator } from './simulator.ts';

let bench: Bench;
let simulator: SdtReaderSimulator;
let reader: SdtIdCardReader;
let told: readonly string[];

beforeEach(async () => {
  bench = await openBench();
  ({ simulator, reader, told } = bench);
});

afterEach(() => bench.close());

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

  test('a read card that was pushed and cannot be read for one look is still the same placement', async () => {
    simulator.lay(LI);
    await pass(1000);
    simulator.quirks.authFails = true;
    simulator.lay(LI);
    await pass(400);
    simulator.quirks.authFails = false;
    simulator.lay(LI);
    await pass(2000);
    expect(simulator.countOf('3001')).toBe(3);
    expect(told).toEqual(['ready', READ_LI]);
  });

  test('a read card exchanged for one that cannot be read is lifted, and the person is asked to lay it again', async () => {
    simulator.lay(LI);
    await pass(1000);
    Object.assign(simulator.quirks, { authFails: true, findsAgain: true });
    simulator.lay(WANG);
    await pass(2000);
    expect(told).toEqual(['ready', READ_LI, 'lifted', 'layAgain']);
  });

  test.each([0x90, 0x91])(
    'presence is asked by the newest address: %i says that the card is still there',
    async (sw3) => {
      simulator.quirks.findsAgain = true;
      simulator.lay(LI);
      await pass(1000);
      const asked = simulator.countOf('3003');
      const read = simulator.countOf('2001');
      simulator.quirks.nextSw3 = sw3;
      await pass(400);
      expect(simulator.countOf('3003')).toBe(asked + 1);
      expect(simulator.countOf('2001')).toBe(read);
      expect(told).toEqual(['ready', READ_LI]);
    },
  );
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
