// Rasters on the wire: every dot where it was, strip by strip, and never a byte pair that a printer would obey at once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeRaster, isBlackAt, placeRaster, type Raster, rasterOf, rowBytes } from './raster.ts';
import { tokensOf } from './testing/independent-tokenizer.ts';

const pictures: fc.Arbitrary<Raster> = fc
  .record({ widthDots: fc.integer({ min: 1, max: 80 }), heightDots: fc.integer({ min: 1, max: 300 }) })
  .chain(({ widthDots, heightDots }) => {
    const size = rowBytes(widthDots) * heightDots;
    const byte = fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff);
    return fc
      .array(byte, { minLength: size, maxLength: size })
      .map((bytes) => ({ widthDots, heightDots, bytes: Uint8Array.from(bytes) }));
  });

/** Dots of the strips, one below the other, as the independent reader sees them. */
function printed(encoded: readonly number[]): { bytes: Uint8Array; heights: number[] } {
  const strips = tokensOf(Uint8Array.from(encoded)).map((token) => /^raster \d+x(\d+) (.*)$/.exec(token));
  return {
    bytes: Uint8Array.from(Buffer.concat(strips.map((strip) => Buffer.from(strip?.[2] ?? '', 'base64')))),
    heights: strips.map((strip) => Number(strip?.[1])),
  };
}

it('one dot more at most, and only to break up 10 04, 10 05 and 10 14', () => {
  fc.assert(
    fc.property(pictures, (raster) => {
      const encoded = encodeRaster(raster);
      const { bytes, heights } = printed(encoded);
      expect(heights.reduce((sum, height) => sum + height, 0)).toBe(raster.heightDots);
      expect(heights.every((height) => height <= 24)).toBe(true);
      for (const [at, byte] of encoded.entries()) {
        if (byte === 0x10) expect([0x04, 0x05, 0x14]).not.toContain(encoded[at + 1]);
      }
      const changed = [...bytes].flatMap((byte, at) => (byte === raster.bytes[at] ? [] : [[raster.bytes[at], byte]]));
      expect(changed.every(([was, is]) => was === 0x10 && is === 0x18)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('golden: eight dots by two', () => {
  const raster = rasterOf(10, 2, (x, y) => x === y || x === 9);
  expect(Buffer.from(encodeRaster(raster)).toString('hex')).toBe('1d763000' + '02000200' + '8040' + '4040');
});

it('is put at its place on the line by white dots', () => {
  const dot = rasterOf(8, 1, (x) => x === 0);
  expect(placeRaster(dot, 'left', 384)).toBe(dot);
  const centred = placeRaster(dot, 'centre', 384);
  expect([centred.widthDots, isBlackAt(centred, 188, 0), isBlackAt(centred, 189, 0)]).toEqual([196, true, false]);
  const right = placeRaster(dot, 'right', 384);
  expect([right.widthDots, isBlackAt(right, 376, 0), isBlackAt(right, -1, 0)]).toEqual([384, true, false]);
});
