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
/** Without FF no noise can look like the head of a frame. */
const noise = fc.array(fc.integer({ min: 0, max: 254 }), { maxLength: 20 });

describe('any', () => {
  it('frames come through any noise between them, however the bytes are split', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, anyFrame)), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const stream = parts.flatMap(([before, frame]) => [...before, ...encodeBusFrame(frame)]);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < stream.length; at += size) chunks.push(Uint8Array.from(stream.slice(at, at + size)));
        expect(framesIn(...chunks)).toEqual(parts.map(([, frame]) => frame));
      }),
    );
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
