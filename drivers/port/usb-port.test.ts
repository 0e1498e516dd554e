// Frames over USB pipes: discovered endpoints, head and body apart, short and empty packets, halts, and the plug pulled.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLine } from './memory-port.ts';
import { SplitPipeJoiner, type SplitFrames } from '../framing/split-pipes.ts';
import { endpoint, SINGLE_PIPES, SPLIT_PIPES, UsbTwin } from './testing/usb-twin.ts';
import { choosePipes, type PipeMode, type UsbEndpoint } from './usb-pipes.ts';
import { UsbPort } from './usb-port.ts';

/** Two bytes of head: A5 and the length of the body. */
const SPLIT: SplitFrames = {
  headBytes: 2,
  maxBodyBytes: 64,
  bodyBytesOf: (head) => (head[0] === 0xa5 ? (head[1] ?? 0) : null),
};

let count = 0;
const opened: UsbPort[] = [];

beforeEach(() => vi.useFakeTimers());

afterEach(async () => {
  for (const port of opened.splice(0)) await settled(port.close());
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

async function settled<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(1000);
  return promise;
}

async function usb(endpoints: readonly UsbEndpoint[], pipes: PipeMode = 'auto') {
  count += 1;
  const twin = new UsbTwin(memoryLine(`usb-port-${count}`).hostPort(), endpoints);
  const port = new UsbPort({ name: 'usb:', pipes, split: SPLIT, openLink: () => twin.open() });
  const told: string[] = [];
  port.onBytes((bytes) => told.push(Buffer.from(bytes).toString('hex')));
  port.onClosed(({ wasLost }) => told.push(wasLost ? 'lost' : 'closed'));
  opened.push(port);
  await port.open();
  return { twin, port, told };
}

test.each<[string, readonly UsbEndpoint[], PipeMode, string | null]>([
  ['one each way', SINGLE_PIPES, 'auto', '1 2'],
  ['two each way', SPLIT_PIPES, 'auto', '1,5 2,6'],
  ['two each way, told to use one', SPLIT_PIPES, 'single', '1 2'],
  ['one each way, told to use two', SINGLE_PIPES, 'split', null],
  [
    'interrupt pipes where there are no bulk ones',
    [endpoint(1, 'in', 'interrupt'), endpoint(1, 'out', 'interrupt')],
    'auto',
    '1 1',
  ],
  ['bulk before interrupt', [endpoint(1, 'in', 'interrupt'), ...SPLIT_PIPES], 'single', '1 2'],
  ['no way out', [endpoint(1, 'in')], 'auto', null],
  ['nothing', [], 'auto', null],
])('%s', (_name, endpoints, mode, expected) => {
  const pipes = choosePipes(endpoints, mode);
  const words = pipes && [pipes.in, pipes.out].map((ends) => ends.map(({ number }) => number).join()).join(' ');
  expect(words).toBe(expected);
});

test('a device without the pipes is the wrong device, and is closed again', async () => {
  const twin = new UsbTwin(memoryLine('usb-port-no-pipes').hostPort(), [endpoint(1, 'in')]);
  const port = new UsbPort({ name: 'usb:', pipes: 'auto', split: SPLIT, openLink: () => twin.open() });
  await expect(port.open()).rejects.toMatchObject({ code: 'wrongDevice', isRetryable: false });
  expect(port.isOpen).toBe(false);
});

test('on one pipe a frame goes out in one transfer, and what comes passes as it comes', async () => {
  const { twin, port, told } = await usb(SINGLE_PIPES);
  await port.write(Uint8Array.of(0xa5, 1, 7));
  expect(twin.written).toEqual([{ number: 2, bytes: Uint8Array.of(0xa5, 1, 7) }]);
  twin.reply(new Uint8Array(64).fill(1));
  twin.reply(Uint8Array.of(2));
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual(['01'.repeat(64), '02']);
});

test('on two pipes head and body go out apart and are joined coming in, whichever comes first', async () => {
  const { twin, port, told } = await usb(SPLIT_PIPES);
  await port.write(Uint8Array.of(0xa5, 1, 7));
  expect(twin.written).toEqual([
    { number: 2, bytes: Uint8Array.of(0xa5, 1) },
    { number: 6, bytes: Uint8Array.of(7) },
  ]);
  twin.queue(5, { type: 'bytes', bytes: Uint8Array.of(8, 9) });
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  twin.queue(1, { type: 'bytes', bytes: Uint8Array.of(0xa5, 2) });
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual(['a5020809']);
});

test('half a reply is not joined with the next one', async () => {
  const { twin, port, told } = await usb(SPLIT_PIPES);
  twin.queue(1, { type: 'bytes', bytes: Uint8Array.of(0xa5, 3) });
  await vi.advanceTimersByTimeAsync(10);
  await port.write(Uint8Array.of(0xa5, 1, 7));
  twin.queue(1, { type: 'bytes', bytes: Uint8Array.of(0xa5, 1) });
  twin.queue(5, { type: 'bytes', bytes: Uint8Array.of(4) });
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual(['a50104']);
});

test('empty packets and a halt or two are passed over; a pipe that stays halted is a lost line', async () => {
  const { twin, told } = await usb(SINGLE_PIPES);
  for (let packet = 0; packet < 50; packet += 1) twin.queue(1, { type: 'bytes', bytes: new Uint8Array(0) });
  twin.queue(1, { type: 'stall' });
  twin.queue(1, { type: 'stall' });
  twin.queue(1, { type: 'bytes', bytes: Uint8Array.of(1) });
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['01']);
  expect(twin.clearedCount).toBe(2);
  for (let stall = 0; stall < 3; stall += 1) twin.queue(1, { type: 'stall' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['01', 'lost']);
});

test('a halted write is cleared and sent once more; halted again, the line is lost', async () => {
  const { twin, port, told } = await usb(SINGLE_PIPES);
  twin.writeStalls = 1;
  await port.write(Uint8Array.of(1));
  expect(twin.written).toHaveLength(1);
  twin.writeStalls = 2;
  await expect(port.write(Uint8Array.of(2))).rejects.toMatchObject({ code: 'portLost' });
  expect(told).toEqual(['lost']);
  await vi.advanceTimersByTimeAsync(1000);
});

test.each([
  ['one pipe', SINGLE_PIPES],
  ['two pipes', SPLIT_PIPES],
])('the plug pulled on %s: lost once; plugged in again it opens', async (_name, endpoints) => {
  const { twin, port, told } = await usb(endpoints);
  twin.unplug();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['lost']);
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
  twin.isPlugged = true;
  await port.open();
  await port.write(Uint8Array.of(0xa5, 0));
  expect(twin.openCount).toBe(2);
});

test('the plug pulled is noticed by a write as well', async () => {
  const { twin, port, told } = await usb(SINGLE_PIPES);
  twin.isPlugged = false;
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost', isRetryable: true });
  expect(told).toEqual(['lost']);
  await vi.advanceTimersByTimeAsync(1000);
});

test('frames on two pipes are joined however they are cut and mixed; heads that are none come out for the count', () => {
  const body = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(fc.array(body, { maxLength: 3 }), fc.infiniteStream(fc.boolean()), (bodies, turns) => {
      const heads = bodies.flatMap((each) => [0xa5, each.length]);
      const tails = bodies.flatMap((each) => [...each]);
      const joiner = new SplitPipeJoiner(SPLIT);
      const out: number[] = [];
      while (heads.length + tails.length > 0) {
        const isHead = tails.length === 0 || (heads.length > 0 && turns.next().value === true);
        const byte = (isHead ? heads : tails).shift() ?? 0;
        out.push(...joiner.push(isHead ? 'head' : 'body', Uint8Array.of(byte)).flatMap((part) => [...part]));
      }
      expect(out).toEqual(bodies.flatMap((each) => [0xa5, each.length, ...each]));
    }),
  );
  const joiner = new SplitPipeJoiner(SPLIT);
  expect(joiner.push('head', Uint8Array.of(1, 2, 0xa5, 0))).toEqual([
    Uint8Array.of(1),
    Uint8Array.of(2),
    Uint8Array.of(0xa5, 0),
  ]);
});

test('a babbling pipe does not grow the memory: what was held is dropped, and the next frame is whole', () => {
  const joiner = new SplitPipeJoiner(SPLIT);
  for (let round = 0; round < 100; round += 1) joiner.push('body', new Uint8Array(65).fill(9));
  joiner.push('body', Uint8Array.of(4));
  expect(joiner.push('head', Uint8Array.of(0xa5, 1))).toEqual([Uint8Array.of(0xa5, 1, 4)]);
});
