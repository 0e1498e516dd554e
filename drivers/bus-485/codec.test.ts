// Frames typed by hand from docs/protocols/evaluation-pad.md, and a splitter that finds them in any noise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameSplitter } from '../framing/frame-splitter.ts';
import { acknowledgementOf, type BusFrame, decodePadFrame, encodeBusFrame, PAD_FRAME_SHAPE } from './codec.ts';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const framesIn = (...chunks: Uint8Array[]): BusFrame[] => {
  const splitter = createFrameSplitter(PAD_FRAME_SHAPE);
  return chunks.flatMap((chunk) => splitter.push(chunk).frames.map(decodePadFrame));
};

const NEXT_KEY = 'ff6803036801010c0e16';
const RESULT = 'ff680303680311041816';
const RESULT_TAKEN = 'ff680303680301040816';

describe('the three published frames', () => {
  it.each<[string, BusFrame]>([
    [NEXT_KEY, { address: 1, func: 0x01, data: [0x0c] }],
    [RESULT, { address: 3, func: 0x11, data: [4] }],
    [RESULT_TAKEN, { address: 3, func: 0x01, data: [4] }],
  ])('%s', (hex, frame) => {
    expect(framesIn(bytesOf(hex))).toEqual([frame]);
    expect(hexOf(encodeBusFrame(frame))).toBe(hex);
  });

  it('a result is acknowledged under function 01, a key by itself', () => {
    expect(hexOf(encodeBusFrame(acknowledgementOf({ address: 3, func: 0x11, data: [4] })))).toBe(RESULT_TAKEN);
    expect(hexOf(encodeBusFrame(acknowledgementOf({ address: 1, func: 0x01, data: [0x0c] })))).toBe(NEXT_KEY);
  });
});

it('the sum runs over at address 255', () => {
  const hex = 'ff68 03 03 68 ff 11 04 14 16'.replaceAll(' ', '');
  expect(hexOf(encodeBusFrame({ address: 255, func: 0x11, data: [4] }))).toBe(hex);
  expect(framesIn(bytesOf(hex))).toEqual([{ address: 255, func: 0x11, data: [4] }]);
});

it('two and three data bytes', () => {
  expect(framesIn(bytesOf('ff68 04 04 68 02 01 06 0f 18 16'))).toEqual([{ address: 2, func: 1, data: [6, 0x0f] }]);
  expect(framesIn(bytesOf('ff68 05 05 68 02 11 03 00 00 16 16'))).toEqual([
    { address: 2, func: 0x11, data: [3, 0, 0] },
  ]);
});

describe('what is not a frame', () => {
  it.each([
    ['lengths differ', 'ff68 03 04 68 03 11 04 18 16'],
    ['too short', 'ff68 02 02 68 03 03 06 16'],
    ['too long', 'ff68 06 06 68 03 11 04 00 00 00 18 16'],
    ['wrong sum', 'ff68 03 03 68 03 11 04 19 16'],
    ['wrong end', 'ff68 03 03 68 03 11 04 18 17'],
    ['wrong third mark', 'ff68 03 03 69 03 11 04 18 16'],
  ])('%s: dropped, and the frame behind it is found', (_, hex) => {
    expect(framesIn(bytesOf(hex), bytesOf(RESULT))).toEqual([{ address: 3, func: 0x11, data: [4] }]);
  });
});

const anyFrame: fc.Arbitrary<BusFrame> = fc.record({
  address: fc.integer({ min: 1, max: 255 }),
  func: fc.integer({ min: 0, max: 255 }),
  data: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3 }),
});
const anyByte = fc.integer({ min: 0, max: 255 });
/** Plain bytes, marks, and heads that are right as far as they go. */
const noise = fc
  .array(
    fc.oneof(
      anyByte.map((byte) => [byte]),
      fc.constantFrom([0xff], [0xfe], [0x68], [0x16], [0xff, 0x68], [0xff, 0x68, 3], [0xff, 0x68, 3, 4, 0x68]),
      fc
        .tuple(fc.integer({ min: 3, max: 5 }), fc.array(anyByte, { maxLength: 6 }))
        .map(([length, counted]) => [0xff, 0x68, length, length, 0x68, ...counted]),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.flat());

/** A rule of its own, by the table of the protocol: where in these bytes whole frames with both marks, lengths, sum and end stand. */
function soundFramesIn(bytes: readonly number[]): number[] {
  const isSound = (at: number): boolean => {
    const length = bytes[at + 2] ?? 0;
    const counted = bytes.slice(at + 5, at + 5 + length);
    const sum = counted.reduce((total, byte) => total + byte, 0) % 256;
    const expected = [0xff, 0x68, length, length, 0x68, ...counted, sum, 0x16];
    const isPads = length >= 3 && length <= 5 && counted.length === length;
    return isPads && expected.every((byte, index) => bytes[at + index] === byte);
  };
  return bytes.map((_, at) => at).filter(isSound);
}

describe('any', () => {
  it('frames come through any noise between them, heads of frames in it too, however the bytes are split', () => {
    let looksAlike = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, anyFrame)), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const stream = parts.flatMap(([before, frame]) => [...before, ...encodeBusFrame(frame)]);
        // A whole frame that the noise has made by itself, or out of the beginning of the next: see below.
        fc.pre(soundFramesIn(stream).length === parts.length);
        looksAlike += parts.filter(([before]) => Buffer.from(before).includes(Buffer.from([0xff, 0x68]))).length;
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < stream.length; at += size) chunks.push(Uint8Array.from(stream.slice(at, at + size)));
        expect(framesIn(...chunks)).toEqual(parts.map(([, frame]) => frame));
      }),
      { numRuns: 500 },
    );
    expect(looksAlike).toBeGreaterThan(100);
  });

  it('no head in the noise holds back the frame behind it: ten bytes are enough to judge any of them', () => {
    for (const head of ['ff', 'ff68', 'ff6805', 'ff680505', 'ff68050568', 'ff6805056801', 'ffff68050568010203']) {
      expect([head, framesIn(bytesOf(head), bytesOf(RESULT))]).toEqual([head, [{ address: 3, func: 0x11, data: [4] }]]);
    }
  });

  it('noise that makes a whole frame with the first bytes of a good one hides it; what the pad repeats is found', () => {
    // Six bytes of noise, then pad 22 (hex 16): its marks and lengths pass for data and sum, its address for the end.
    const noiseAndFrame = bytesOf('ff68 05 05 68 fb ff68 03 03 68 16 01 0c 23 16');
    const madeUp: BusFrame = { address: 0xfb, func: 0xff, data: [0x68, 3, 3] };
    expect(framesIn(noiseAndFrame)).toEqual([madeUp]);
    const repeated = bytesOf('ff68 03 03 68 16 01 0c 23 16');
    expect(framesIn(noiseAndFrame, repeated)).toEqual([madeUp, { address: 22, func: 1, data: [0x0c] }]);
  });

  it('bytes never throw, and whatever passes is a sound frame', () => {
    const likely = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xff, 0x68, 3, 4, 0x16));
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 100 }), (bytes) => {
        for (const frame of framesIn(Uint8Array.from(bytes))) {
          expect(Buffer.from(bytes).includes(Buffer.from(encodeBusFrame(frame)))).toBe(true);
        }
      }),
    );
  });
});
