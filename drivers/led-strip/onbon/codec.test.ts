// Published frames of real cards decoded and encoded, every split point, and any noise around them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameSplitter } from '../../framing/frame-splitter.ts';
import {
  bytesOf,
  ESCAPED,
  hexOf,
  plain,
  PUBLISHED,
  PUBLISHED_ACKS,
  PUBLISHED_WRONG,
} from '../testing/published-frames.ts';
import { ANY_DEVICE, decodeOnbonFrame, encodeOnbonFrame, HOST_ADDRESS, ONBON_FRAME_SHAPE } from './codec.ts';

const framesIn = (...chunks: Uint8Array[]): Uint8Array[] => {
  const splitter = createFrameSplitter(ONBON_FRAME_SHAPE);
  return chunks.flatMap((chunk) => splitter.push(chunk).frames);
};
const all = [...Object.values(PUBLISHED), ...PUBLISHED_ACKS, ESCAPED.text, ESCAPED.crc];

describe('published frames', () => {
  it.each(all)('%s passes whole', (hex) => {
    expect(framesIn(bytesOf(hex)).map(hexOf)).toEqual([plain(hex)]);
  });

  it.each(Object.values(PUBLISHED))('%s is made again from its content', (hex) => {
    expect(hexOf(encodeOnbonFrame(decodeOnbonFrame(bytesOf(hex))))).toBe(plain(hex));
  });

  it('an acknowledgement comes with the addresses changed over', () => {
    expect(PUBLISHED_ACKS.map((hex) => decodeOnbonFrame(bytesOf(hex)))).toEqual(
      [0x0001, 0xfffe].map((source) => ({
        destination: HOST_ADDRESS,
        source,
        deviceType: ANY_DEVICE,
        data: bytesOf('a000000000'),
      })),
    );
  });

  it('the one with a wrong CRC is none, and the frame behind it is found', () => {
    expect(framesIn(bytesOf(PUBLISHED_WRONG), bytesOf(PUBLISHED_ACKS[0])).map(hexOf)).toEqual([
      plain(PUBLISHED_ACKS[0]),
    ]);
  });
});

describe('escapes', () => {
  it.each([ESCAPED.text, ESCAPED.crc])('%s', (hex) => {
    const frame = decodeOnbonFrame(bytesOf(hex));
    expect(hexOf(encodeOnbonFrame(frame))).toBe(plain(hex));
  });

  it('the text stands in the data unescaped, its length counted so', () => {
    const { data } = decodeOnbonFrame(bytesOf(ESCAPED.text));
    expect(hexOf(data.subarray(-8))).toBe('04000000a5a65a5b');
  });

  it('an escape of nothing is no frame', () => {
    const torn = plain(ESCAPED.text).replace('a601', 'a603');
    expect(framesIn(bytesOf(torn))).toEqual([]);
  });
});

describe('every split point', () => {
  it.each([PUBLISHED.beijingTime, ESCAPED.text])('of %s', (hex) => {
    const bytes = bytesOf(hex);
    for (let at = 1; at < bytes.length; at += 1) {
      expect(framesIn(bytes.subarray(0, at), bytes.subarray(at))).toHaveLength(1);
    }
    expect(framesIn(...[...bytes].map((byte) => Uint8Array.of(byte)))).toHaveLength(1);
  });

  it('a frame cut off anywhere does not cost the next one', () => {
    const bytes = bytesOf(PUBLISHED.beijingTime);
    for (let at = 1; at < bytes.length; at += 1) {
      // Start bytes that were left over belong to the next frame: it may have more than eight.
      const found = framesIn(bytes.subarray(0, at), bytes).map(decodeOnbonFrame);
      expect(found).toEqual([decodeOnbonFrame(bytes)]);
    }
  });
});

describe('what is not a frame of these cards', () => {
  it.each([
    ['one bit wrong', plain(PUBLISHED_ACKS[0]).replace('a0000000', 'a0000001')],
    ['length of another', plain(PUBLISHED_ACKS[0]).replace('fe020500', 'fe020600')],
    ['version of the sixth-generation graphic cards', plain(PUBLISHED_ACKS[0]).replace('fe0205', 'fef005')],
    ['no start', plain(PUBLISHED_ACKS[0]).replaceAll('a5', '')],
    ['nothing inside', 'a5a55a'],
  ])('%s', (_, hex) => {
    expect(framesIn(bytesOf(hex))).toEqual([]);
    expect(framesIn(bytesOf(hex), bytesOf(PUBLISHED.ping))).toHaveLength(1);
  });
});

it.each([4, 2049])('%i bytes are no content of a frame', (length) => {
  const frame = { destination: 1, source: HOST_ADDRESS, deviceType: ANY_DEVICE, data: new Uint8Array(length) };
  expect(() => encodeOnbonFrame(frame)).toThrow(RangeError);
});

const anyByte = fc.integer({ min: 0, max: 255 });
const likelyByte = fc.oneof(anyByte, fc.constantFrom(0xa5, 0xa6, 0x5a, 0x5b, 1, 2, 0xfe));
const anyFrame = fc.record({
  destination: fc.integer({ min: 0, max: 0xffff }),
  source: fc.integer({ min: 0, max: 0xffff }),
  deviceType: anyByte,
  data: fc.array(likelyByte, { minLength: 5, maxLength: 80 }).map((bytes) => Uint8Array.from(bytes)),
});

describe('any', () => {
  it('content comes back through any noise, however the bytes are split', () => {
    const noise = fc.array(likelyByte, { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, anyFrame), { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (parts, size) => {
          const stream = parts.flatMap(([before, frame]) => [...before, ...encodeOnbonFrame(frame)]);
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < stream.length; at += size) chunks.push(Uint8Array.from(stream.slice(at, at + size)));
          // Noise may by chance be a whole frame as well; none that was sent may be missing.
          const got = framesIn(...chunks).map((frame) => JSON.stringify(decodeOnbonFrame(frame)));
          for (const [, frame] of parts) expect(got).toContain(JSON.stringify(frame));
        },
      ),
    );
  });

  it('bytes never throw, and what is kept is bounded', () => {
    const splitter = createFrameSplitter(ONBON_FRAME_SHAPE);
    let pushed = 0;
    let given = 0;
    fc.assert(
      fc.property(fc.array(likelyByte, { maxLength: 600 }), (bytes) => {
        const { frames, discardedByteCount } = splitter.push(Uint8Array.from(bytes));
        pushed += bytes.length;
        given += discardedByteCount + frames.reduce((sum, frame) => sum + frame.length, 0);
        expect(pushed - given).toBeLessThanOrEqual(ONBON_FRAME_SHAPE.maxFrameBytes);
      }),
    );
  });

  it('a line stuck on the start byte keeps no more than a frame, and is over with the next frame', () => {
    const splitter = createFrameSplitter(ONBON_FRAME_SHAPE);
    const { discardedByteCount } = splitter.push(new Uint8Array(20_000).fill(0xa5));
    expect(discardedByteCount).toBeGreaterThan(19_900);
    expect(splitter.push(bytesOf(PUBLISHED.ping)).frames).toHaveLength(1);
  });
});
