// Draws a QR symbol module by module: the fixed patterns, the codewords in their zigzag, and the mask that disturbs readers least.
import { qrCodewords, qrSize, qrVersion } from './qr-symbol.ts';

export type Modules = readonly (readonly boolean[])[];

interface Grid {
  readonly size: number;
  readonly black: boolean[][];
  /** Finder, timing, alignment, format and version modules: no data lies there. */
  readonly fixed: boolean[][];
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Rows of modules, true is black, level M, without the quiet zone; null for more bytes than any symbol holds. */
export function qrModules(data: Uint8Array): { modules: Modules; mask: number } | null {
  const version = qrVersion(data.length);
  if (version === null) return null;
  const grid = fixedGrid(version);
  placeBits(grid, qrCodewords(data, version));
  const tried = MASKS.map((_, mask) => masked(grid, mask));
  const penalties = tried.map(penaltyOf);
  const mask = penalties.indexOf(Math.min(...penalties));
  return { modules: tried[mask] ?? [], mask };
}

function set({ black, fixed }: Grid, row: number, column: number, isBlack: boolean): void {
  const line = black[row];
  const fixedLine = fixed[row];
  if (line?.[column] === undefined || fixedLine === undefined) return;
  line[column] = isBlack;
  fixedLine[column] = true;
}

function fixedGrid(version: number): Grid {
  const size = qrSize(version);
  const empty = (): boolean[][] => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const grid: Grid = { size, black: empty(), fixed: empty() };
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    square(grid, row, column, 4, (ring) => ring !== 2 && ring !== 4);
  }
  const centres = alignmentCentres(version);
  const last = centres.length - 1;
  for (const [i, row] of centres.entries()) {
    for (const [j, column] of centres.entries()) {
      const isFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isFinder) square(grid, row, column, 2, (ring) => ring !== 1);
    }
  }
  drawFormat(grid, 0);
  drawVersion(grid, version);
  return grid;
}

function square(grid: Grid, row: number, column: number, reach: number, isBlack: (ring: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      set(grid, row + dy, column + dx, isBlack(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function alignmentCentres(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  const far = Array.from({ length: count - 1 }, (_, index) => qrSize(version) - 7 - index * step);
  return [6, ...far.reverse()];
}

/** Level M is 00; BCH(15, 5) with 10100110111, then the fixed mask 101010000010010. */
function drawFormat(grid: Grid, mask: number): void {
  let rest = mask << 10;
  for (let bit = 14; bit >= 10; bit -= 1) if ((rest >> bit) & 1) rest ^= 0b10100110111 << (bit - 10);
  const bits = ((mask << 10) | rest) ^ 0b101010000010010;
  const isSet = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  const { size } = grid;
  for (let bit = 0; bit < 15; bit += 1) {
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    set(grid, row, 8, isSet(bit));
    const column = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    set(grid, 8, column, isSet(bit));
  }
  set(grid, size - 8, 8, true);
}

/** BCH(18, 6) with 1111100100101, from version 7 on. */
function drawVersion(grid: Grid, version: number): void {
  if (version < 7) return;
  let rest = version << 12;
  for (let bit = 17; bit >= 12; bit -= 1) if ((rest >> bit) & 1) rest ^= 0b1111100100101 << (bit - 12);
  const bits = (version << 12) | rest;
  for (let bit = 0; bit < 18; bit += 1) {
    const isBlack = ((bits >> bit) & 1) === 1;
    const near = Math.floor(bit / 3);
    const far = grid.size - 11 + (bit % 3);
    set(grid, near, far, isBlack);
    set(grid, far, near, isBlack);
  }
}

/** Two columns at a time from the right, up and down in turn; column 6 is the timing pattern's. */
function placeBits({ size, black, fixed }: Grid, codewords: readonly number[]): void {
  let at = 0;
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const line = black[row];
        if (line === undefined || fixed[row]?.[column] === true) continue;
        line[column] = (((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
        at += 1;
      }
    }
    isUp = !isUp;
  }
}

function masked(grid: Grid, mask: number): boolean[][] {
  const isMasked = MASKS[mask];
  const black = grid.black.map((line, row) =>
    line.map((isBlack, column) => isBlack !== (grid.fixed[row]?.[column] !== true && isMasked?.(row, column) === true)),
  );
  drawFormat({ ...grid, black, fixed: grid.fixed.map((line) => [...line]) }, mask);
  return black;
}

/** The four rules of ISO/IEC 18004: runs, blocks, patterns like a finder, and the balance of black and white. */
function penaltyOf(black: Modules): number {
  const size = black.length;
  const lines = [...black, ...black.map((_, column) => black.map((line) => line[column] === true))];
  const texts = lines.map((line) => line.map((isBlack) => (isBlack ? '1' : '0')).join(''));
  let penalty = 0;
  for (const text of texts) {
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
    penalty += 40 * ((text.match(/(?=10111010000)/g) ?? []).length + (text.match(/(?=00001011101)/g) ?? []).length);
  }
  for (let row = 1; row < size; row += 1) {
    for (let column = 1; column < size; column += 1) {
      const corner = black[row]?.[column];
      const isBlock =
        black[row - 1]?.[column] === corner &&
        black[row]?.[column - 1] === corner &&
        black[row - 1]?.[column - 1] === corner;
      if (isBlock) penalty += 3;
    }
  }
  const blackCount = black.flat().filter(Boolean).length;
  return penalty + 10 * Math.floor(Math.abs((blackCount * 20) / (size * size) - 10));
}
