// Pictures of one bit a dot, as a thermal head burns them: drawn rows of text, logos, QR symbols of our own.
import type { PrintAlign } from '../contract.ts';

export interface Raster {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Rows from the top, each `rowBytes(widthDots)` bytes, the leftmost dot in bit 7; 1 is black. */
  readonly bytes: Uint8Array;
}

export function rowBytes(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

/** A raster of what `isBlack` says of each dot. */
export function rasterOf(widthDots: number, heightDots: number, isBlack: (x: number, y: number) => boolean): Raster {
  const perRow = rowBytes(widthDots);
  const bytes = new Uint8Array(perRow * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (isBlack(x, y)) bytes[y * perRow + (x >> 3)] = (bytes[y * perRow + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, bytes };
}

export function isBlackAt({ widthDots, heightDots, bytes }: Raster, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
  return ((bytes[y * rowBytes(widthDots) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Where something `usedDots` wide begins on a line of `widthDots`. */
export function leftOf(align: PrintAlign, usedDots: number, widthDots: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? widthDots - usedDots : Math.floor((widthDots - usedDots) / 2);
}

/** The same picture moved to its place on the line: printers differ in whether ESC a moves a raster, so white is sent instead. */
export function placeRaster(raster: Raster, align: PrintAlign, widthDots: number): Raster {
  const left = Math.max(0, leftOf(align, raster.widthDots, widthDots));
  if (left === 0) return raster;
  return rasterOf(left + raster.widthDots, raster.heightDots, (x, y) => isBlackAt(raster, x - left, y));
}

/** Rows of one GS v 0: cheap printers have little memory for one picture [K], and one that is cut short must be filled up again. */
export const STRIP_ROWS = 24;

/**
 * `GS v 0` strips without a gap. `10 04`, `10 05` and `10 14` inside a picture would be obeyed as real-time commands by some
 * printers [K]: there one more dot is burnt, which nobody sees.
 */
export function encodeRaster({ widthDots, heightDots, bytes }: Raster): number[] {
  const perRow = rowBytes(widthDots);
  const out: number[] = [];
  for (let row = 0; row < heightDots; row += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, heightDots - row);
    out.push(0x1d, 0x76, 0x30, 0x00, perRow & 0xff, perRow >> 8, rows & 0xff, rows >> 8);
    const strip = bytes.subarray(row * perRow, (row + rows) * perRow);
    for (const [at, byte] of strip.entries()) out.push(isRealTime(byte, strip[at + 1]) ? byte | 0x08 : byte);
  }
  return out;
}

function isRealTime(byte: number, next: number | undefined): boolean {
  return byte === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14);
}
