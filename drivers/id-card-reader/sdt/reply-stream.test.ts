// The reply frames as they come over a line: cut anywhere, behind garbage, damaged, too long, several at once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameSplitter } from '../../framing/frame-splitter.ts';
import { SDT_REPLY_SHAPE } from './codec.ts';
import { bytesOf, goldenReadReply } from './testing/golden.ts';

const NO_CARD = bytesOf('AAAAAA9669 0004 000080 84');
const FOUND = bytesOf('AAAAAA9669 0008 00009F 00000000 97');

function split(...chunks: Uint8Array[]) {
  const splitter = createFrameSplitter(SDT_REPLY_SHAPE);
  const results = [...chunks.map((chunk) => splitter.push(chunk)), splitter.finish()];
  return {
    frames: results.flatMap((result) => result.frames),
    discarded: results.reduce((sum, result) => sum + result.discardedByteCount, 0),
  };
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test('a reply of 1295 bytes, cut at every point', () => {
  const reply = goldenReadReply();
  expect(reply).toHaveLength(1295);
  for (let at = 0; at <= reply.length; at += 1) {
    const { frames, discarded } = split(reply.slice(0, at), reply.slice(at));
    expect(discarded).toBe(0);
    expect(frames).toHaveLength(1);
    expect(Buffer.compare(frames[0] ?? new Uint8Array(), reply)).toBe(0);
  }
});

test('a reply byte by byte', () => {
  const reply = goldenReadReply();
  expect(split(...Array.from(reply, (byte) => Uint8Array.of(byte)))).toEqual({ frames: [reply], discarded: 0 });
});

test('extra AA before the preamble', () => {
  const { frames, discarded } = split(bytesOf('AAAAAAAA9669 0004 000080 84'));
  expect(frames).toEqual([NO_CARD]);
  expect(discarded).toBe(1);
});

test('garbage before, two frames in one chunk, a half frame after', () => {
  const { frames, discarded } = split(joined(bytesOf('00FF96AAAA69'), NO_CARD, FOUND, bytesOf('AAAAAA96')));
  expect(frames).toEqual([NO_CARD, FOUND]);
  expect(discarded).toBe(6 + 4);
});

test('a flipped checksum is no frame, and the frame behind it is not lost', () => {
  const bad = bytesOf('AAAAAA9669 0004 000080 85');
  const { frames, discarded } = split(joined(bad, NO_CARD));
  expect(frames).toEqual([NO_CARD]);
  expect(discarded).toBe(11);
});

test.each(['FFFF', '1001', '0003', '0000'])('length %s is no frame at once', (length) => {
  const splitter = createFrameSplitter(SDT_REPLY_SHAPE);
  expect(splitter.push(bytesOf(`AAAAAA9669 ${length}`))).toEqual({ frames: [], discardedByteCount: 7 });
  expect(splitter.push(NO_CARD).frames).toEqual([NO_CARD]);
});

test('a truncated frame is held until the end of waiting, then given up; what hid behind it comes out', () => {
  const splitter = createFrameSplitter(SDT_REPLY_SHAPE);
  expect(splitter.push(joined(goldenReadReply().slice(0, 700), NO_CARD))).toEqual({
    frames: [],
    discardedByteCount: 0,
  });
  expect(splitter.finish()).toEqual({ frames: [NO_CARD], discardedByteCount: 700 });
  expect(splitter.push(FOUND)).toEqual({ frames: [FOUND], discardedByteCount: 0 });
});

test('good frames between any garbage all come out, however the stream is cut, and every byte is accounted for', () => {
  const frame = fc.constantFrom(NO_CARD, FOUND, goldenReadReply());
  const preambleLike = fc
    .constantFrom('AA', 'AAAA', 'AAAAAA96', 'AAAAAA9669', 'AAAAAA96690010', 'AAAAAA96690FFF00')
    .map(bytesOf);
  const garbage = fc.oneof(fc.uint8Array({ maxLength: 40 }), preambleLike);
  const parts = fc.array(fc.tuple(garbage, frame), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (pieces, sizes) => {
      const stream = joined(...pieces.flat());
      const chunks: Uint8Array[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        chunks.push(stream.slice(at, at + size));
        at += size;
      }
      const { frames, discarded } = split(...chunks);
      const keys = frames.map((one) => Buffer.from(one).toString('hex'));
      const sent = pieces.map(([, one]) => Buffer.from(one).toString('hex'));
      // Garbage that passes a checksum of one byte is beyond any splitter.
      fc.pre(keys.every((key) => sent.includes(key)));
      expect(keys).toEqual(sent);
      expect(frames.reduce((sum, one) => sum + one.length, 0) + discarded).toBe(stream.length);
    }),
  );
});

test('a babbling line does not grow the memory: frames come out as soon as the longest length is reached', () => {
  const splitter = createFrameSplitter(SDT_REPLY_SHAPE);
  let frames = 0;
  for (let round = 0; round < 50; round += 1) {
    splitter.push(bytesOf('AAAAAA9669 1000'));
    frames += splitter.push(new Uint8Array(4200)).frames.length;
  }
  expect(splitter.push(NO_CARD).frames).toEqual([NO_CARD]);
  expect(frames).toBeLessThanOrEqual(50);
});
