// Stories of bytes from the printer: whole, split, mixed, broken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrinterInput, printerInputStream } from './input-stream.ts';

const read = (...chunks: number[][]): PrinterInput[] => {
  const stream = printerInputStream();
  return chunks.flatMap((chunk) => stream.push(Uint8Array.from(chunk), 0));
};
const ID = [0x37, 0x22, 0x31, 0x32, 0x33, 0x34, 0x00];
const OUR_ID: PrinterInput = { type: 'processId', id: [0x31, 0x32, 0x33, 0x34] };

describe('one of each', () => {
  it.each<[number[], PrinterInput]>([
    [[0x11], { type: 'flowControl', byte: 0x11 }],
    [[0x13], { type: 'flowControl', byte: 0x13 }],
    [[0x12], { type: 'statusReply', byte: 0x12 }],
    [[0x7e], { type: 'statusReply', byte: 0x7e }],
    [[0x14, 0x00, 0x0c, 0x0f], { type: 'statusBlock', block: [0x14, 0x00, 0x0c, 0x0f] }],
    [ID, OUR_ID],
    [[0x00], { type: 'plain', byte: 0x00 }],
    [[0x0f], { type: 'plain', byte: 0x0f }],
    [[0x80], { type: 'discarded', bytes: [0x80] }],
  ])('%j', (bytes, input) => {
    expect(read(bytes)).toEqual([input]);
  });
});

it('several in one chunk, one in several chunks', () => {
  expect(read([0x12, ...ID, 0x00, 0x10, 0x00, 0x03, 0x00]).map((input) => input.type)).toEqual([
    'statusReply',
    'processId',
    'plain',
    'statusBlock',
  ]);
  for (let cut = 1; cut < ID.length; cut += 1) expect(read(ID.slice(0, cut), ID.slice(cut))).toEqual([OUR_ID]);
});

it('the characters of a broken id are never read as status replies', () => {
  // '2' (32) and 'R' (52) look like replies that say "paper end".
  const inputs = read([0x37, 0x22, 0x32, 0x52, 0x12]);
  expect(inputs).toEqual([
    { type: 'discarded', bytes: [0x37, 0x22, 0x32, 0x52] },
    { type: 'statusReply', byte: 0x12 },
  ]);
  expect(read([0x37, 0x22, 0x32, 0x32, 0x32, 0x32, 0x12])).toEqual([
    { type: 'discarded', bytes: [0x37, 0x22, 0x32, 0x32, 0x32, 0x32] },
    { type: 'statusReply', byte: 0x12 },
  ]);
});

it('a block start without its block does not swallow what follows', () => {
  expect(read([0x37, 0x12]).at(-1)).toEqual({ type: 'statusReply', byte: 0x12 });
  expect(read([0x10, 0x12]).at(-1)).toEqual({ type: 'statusReply', byte: 0x12 });
});

it('half a block is given up after a pause, and at once on reset', () => {
  const stream = printerInputStream();
  expect(stream.push(Uint8Array.of(0x37, 0x22, 0x41), 1000)).toEqual([]);
  expect(stream.push(Uint8Array.of(0x12), 1301)).toEqual([
    { type: 'discarded', bytes: [0x37, 0x22, 0x41] },
    { type: 'statusReply', byte: 0x12 },
  ]);
  stream.push(Uint8Array.of(0x37, 0x22), 1302);
  stream.reset();
  expect(stream.push(Uint8Array.of(0x12), 1303)).toEqual([{ type: 'statusReply', byte: 0x12 }]);
});

it('any bytes, however split, give the same inputs, account for every byte and never throw', () => {
  const bytes = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...ID, 0x12, 0x10)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(bytes, fc.array(fc.integer({ min: 1, max: 5 })), (all, sizes) => {
      const chunks: number[][] = [];
      let at = 0;
      for (const size of sizes) {
        chunks.push(all.slice(at, at + size));
        at += size;
      }
      chunks.push(all.slice(at));
      const whole = read(all);
      expect(read(...chunks)).toEqual(whole);
      const counted = whole.reduce((sum, input) => sum + lengthOf(input), 0);
      expect(all.length - counted).toBeLessThan(7);
    }),
  );
});

function lengthOf(input: PrinterInput): number {
  switch (input.type) {
    case 'processId':
      return 7;
    case 'statusBlock':
      return 4;
    case 'discarded':
      return input.bytes.length;
    default:
      return 1;
  }
}

describe('after any garbage', () => {
  const answers = fc.array(
    fc.oneof(fc.constantFrom([0x12], [0x72], [0x00], [0x0f], ID), fc.constant([0x18, 0x00, 0x03, 0x00])),
    { minLength: 1, maxLength: 6 },
  );

  it('and the pause in which a broken block is given up, every good answer is heard, in order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), answers, (garbage, good) => {
        const stream = printerInputStream();
        stream.push(garbage, 0);
        const heard = stream.push(Uint8Array.from(good.flat()), 301);
        const understood = heard.filter((input) => input.type !== 'discarded');
        expect(understood).toEqual(read(good.flat()));
        expect(understood).toHaveLength(good.length);
      }),
    );
  });

  it('it keeps less than one block, however much comes in', () => {
    const stream = printerInputStream();
    for (let round = 0; round < 200; round += 1)
      stream.push(new Uint8Array(1000).fill(round % 2 === 0 ? 0x37 : 0x22), 0);
    const given = stream.push(Uint8Array.of(0x12), 301);
    expect(given.reduce((sum, input) => sum + lengthOf(input), 0)).toBeLessThanOrEqual(7);
  });
});
