// A slow, torn, noisy, late or lying line in front of simulated devices: what it does to bytes, and what drivers make of it. The clock is in our hands.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SdtIdCardReader } from '../id-card-reader/sdt/driver.ts';
import { SdtReaderSimulator } from '../id-card-reader/sdt/simulator.ts';
import { LI } from '../id-card-reader/sdt/testing/simulated-people.ts';
import { until } from '../testing/passing-time.ts';
import { memoryLine } from './memory-port.ts';
import type { Port } from './port.ts';
import { RoughLine, type Roughness } from './rough-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

let count = 0;

async function openLine(roughness: Partial<Roughness>) {
  count += 1;
  const line = memoryLine(`rough-${count}`);
  const near = line.hostPort();
  const far = new RoughLine(line.devicePort(), roughness);
  await Promise.all([near.open(), far.open()]);
  const pieces: number[][] = [];
  near.onBytes((bytes) => pieces.push([...bytes]));
  const close = () => Promise.all([near.close(), far.close()]);
  return { line, near, far, pieces, close };
}

const SAID = Uint8Array.from({ length: 100 }, (_, at) => at);

test('at 9600 bit/s a hundred bytes take a hundred and four milliseconds, and the next wait behind them', async () => {
  const { far, pieces, close } = await openLine({ bytesPerSecond: 960 });
  const beganMs = performance.now();
  const ends: number[] = [];
  for (const bytes of [SAID, SAID])
    void far.write(bytes).then(() => ends.push(Math.round(performance.now() - beganMs)));
  await until(() => ends.length, 2);
  expect(ends[0]).toBeGreaterThanOrEqual(104);
  expect(ends[1]).toBeGreaterThanOrEqual(208);
  expect(ends[1]).toBeLessThan(230);
  expect(pieces.flat()).toEqual([...SAID, ...SAID]);
  await close();
});

test('in pieces by seed: nothing lost, none longer than seven, the same seed the same pieces', async () => {
  const piecesOf = async (seed: number): Promise<number[][]> => {
    const { far, pieces, close } = await openLine({ isInPieces: true, seed });
    await far.write(SAID);
    await close();
    return pieces;
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
      const pieces = await piecesOf(seed);
      expect(pieces.flat()).toEqual([...SAID]);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(7);
      expect(await piecesOf(seed)).toEqual(pieces);
    }),
    { numRuns: 30 },
  );
});

test('noise stands before, a flip changes one bit of every so many', async () => {
  const { far, pieces, close } = await openLine({ noiseBytes: 3, spoilsEvery: 2 });
  await far.write(SAID);
  await far.write(SAID);
  await close();
  const [sound = [], spoilt = []] = pieces;
  expect(sound.slice(3)).toEqual([...SAID]);
  expect(spoilt).toHaveLength(103);
  const flips = spoilt.slice(3).map((byte, at) => byte ^ (SAID[at] ?? 0));
  expect(flips.filter((flip) => flip !== 0)).toHaveLength(1);
  expect([1, 2, 4, 8, 16, 32, 64, 128]).toContain(flips.find((flip) => flip !== 0));
});

test('what is late is lost with the line, and no timer stays', async () => {
  const { line, far, pieces, near } = await openLine({ delayMs: 500 });
  const written = far.write(SAID);
  const lost = expect(written).rejects.toMatchObject({ code: 'portLost' });
  await vi.advanceTimersByTimeAsync(100);
  line.unplug();
  await lost;
  await expect(far.write(SAID)).rejects.toMatchObject({ code: 'portLost' });
  expect(pieces).toEqual([]);
  line.replug();
  await Promise.all([near.open(), far.open()]);
  const again = far.write(SAID);
  await vi.advanceTimersByTimeAsync(500);
  await again;
  expect(pieces.flat()).toEqual([...SAID]);
  await Promise.all([near.close(), far.close()]);
});

/** A reader behind the rough line, and what the driver at the near end tells of the card that lies there. */
async function readThrough(roughness: Partial<Roughness>, bitsPerSecond: number | null): Promise<string> {
  count += 1;
  const line = memoryLine(`rough-${count}`);
  const simulator = new SdtReaderSimulator(new RoughLine(line.devicePort(), roughness));
  const reader = new SdtIdCardReader(ofSpeed(line.hostPort(), bitsPerSecond));
  let told = '';
  reader.onEvent((event) => {
    if (event.type === 'cardRead') told ||= event.card.idNumber;
    if (event.type === 'cardTrouble') told ||= event.trouble;
    if (event.type === 'status' && event.status.state === 'fault') told ||= event.status.code;
  });
  simulator.lay(LI);
  simulator.start();
  reader.start();
  await until(() => told !== '', true);
  await Promise.all([reader.stop(), simulator.stop()]);
  return told;
}

function ofSpeed(port: Port, bitsPerSecond: number | null): Port {
  return new Proxy(port, {
    get: (target, name) => {
      if (name === 'bitsPerSecond') return bitsPerSecond;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

test.each([
  ['at 115200', { bytesPerSecond: 11_520 }],
  ['at 9600, torn', { bytesPerSecond: 960, isInPieces: true, seed: 7 }],
  ['behind noise', { noiseBytes: 20, seed: 3 }],
  ['late', { delayMs: 400 }],
  ['with a wrong check now and then', { spoilsEvery: 9 }],
])('a card is read %s', async (_, roughness) => {
  expect(await readThrough(roughness, null)).toBe(LI.idNumber);
});

test('at 1200 a reply of eleven seconds is waited for where the speed is known, and given up where another is believed', async () => {
  const slow = { bytesPerSecond: 120 };
  expect(await readThrough(slow, 1200)).toBe(LI.idNumber);
  expect(await readThrough(slow, 115_200)).not.toBe(LI.idNumber);
});

test('a reader that stalls past every patience is no reader', async () => {
  expect(await readThrough({ delayMs: 60_000 }, null)).toBe('noReply');
});
