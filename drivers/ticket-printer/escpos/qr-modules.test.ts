// Our QR symbols against a public library's, module for module, at every version.
import QRCode from 'qrcode';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { qrModules } from './qr-modules.ts';
import { qrSize, qrVersion } from './qr-symbol.ts';

type MaskPattern = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The library's symbol of the same bytes under the same mask. */
function theirs(bytes: Uint8Array, mask: number): boolean[][] {
  const options = { errorCorrectionLevel: 'M', maskPattern: mask as MaskPattern } as const;
  const { modules } = QRCode.create([{ data: bytes, mode: 'byte' }], options);
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_each, column) => modules.get(row, column) !== 0),
  );
}

const picture = (modules: readonly (readonly boolean[])[]): string =>
  modules.map((row) => row.map((isBlack) => (isBlack ? '#' : '.')).join('')).join('\n');

/** Bytes that fill each of the versions: level M holds 14 bytes at version 1, 2331 at 40 (ISO/IEC 18004, table 7). */
it.each([
  1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 214, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779,
  857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
])('%i bytes: the same modules as the library draws', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 89 + length) & 0xff);
  const ours = qrModules(bytes);
  expect(picture(ours?.modules ?? [])).toBe(picture(theirs(bytes, ours?.mask ?? 0)));
});

it('any short data under any mask it chooses', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
      const ours = qrModules(bytes);
      expect(picture(ours?.modules ?? [])).toBe(picture(theirs(bytes, ours?.mask ?? 0)));
    }),
    { numRuns: 40 },
  );
});

it('versions hold what the standard says, and no symbol holds more than 2331 bytes', () => {
  expect([14, 15, 62, 63, 84, 2331, 2332].map(qrVersion)).toEqual([1, 2, 4, 5, 5, 40, null]);
  expect([1, 5, 40].map(qrSize)).toEqual([21, 37, 177]);
  expect(qrModules(new Uint8Array(2332))).toBeNull();
});
