// QR symbols of our own (ISO/IEC 18004, byte mode, level M): for printers that cannot make them, for their size, and for pictures of the paper.
import { reedSolomon } from './reed-solomon.ts';

/** By version 1 to 40, level M: error correction codewords of a block, and blocks. */
const EC_PER_BLOCK = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35,
  37, 38, 40, 43, 45, 47, 49,
];
const LARGEST_VERSION = 40;
const BYTE_MODE = '0100';

/** Codewords of a symbol, data and error correction together. */
function codewordsOf(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignmentModules = version === 1 ? 0 : (25 * alignments - 10) * alignments - 55;
  const modules = (16 * version + 128) * version + 64 - alignmentModules - (version >= 7 ? 36 : 0);
  return Math.floor(modules / 8);
}

function dataCodewordsOf(version: number): number {
  return codewordsOf(version) - (EC_PER_BLOCK[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0);
}

/** Mode and length take 12 bits up to version 9, 20 bits above. */
function bytesOf(version: number): number {
  return dataCodewordsOf(version) - (version < 10 ? 2 : 3);
}

/** The smallest version whose symbol of level M holds so many bytes; null when none does. */
export function qrVersion(byteCount: number): number | null {
  for (let version = 1; version <= LARGEST_VERSION; version += 1) if (bytesOf(version) >= byteCount) return version;
  return null;
}

/** Modules of a side, without the quiet zone. */
export function qrSize(version: number): number {
  return 17 + 4 * version;
}

/** All codewords in the order in which they are drawn: blocks interleaved, error correction behind. */
export function qrCodewords(data: Uint8Array, version: number): number[] {
  const capacity = dataCodewordsOf(version);
  const payload = Array.from(data, (byte) => bitsOf(byte, 8)).join('');
  const text = `${BYTE_MODE}${bitsOf(data.length, version < 10 ? 8 : 16)}${payload}0000`;
  const codewords = (text.match(/.{1,8}/g) ?? [])
    .map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2))
    .slice(0, capacity);
  for (let pad = 0; codewords.length < capacity; pad += 1) codewords.push(pad % 2 === 0 ? 0xec : 0x11);
  const blocks = blocksOf(codewords, version);
  const corrections = blocks.map((block) => reedSolomon(block, EC_PER_BLOCK[version - 1] ?? 0));
  return [...interleaved(blocks), ...interleaved(corrections)];
}

function bitsOf(value: number, count: number): string {
  return value.toString(2).padStart(count, '0');
}

/** The last blocks are one codeword longer where the codewords do not divide evenly. */
function blocksOf(codewords: readonly number[], version: number): number[][] {
  const count = BLOCKS[version - 1] ?? 1;
  const short = Math.floor(codewords.length / count);
  const longCount = codewords.length % count;
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    const length = short + (index >= count - longCount ? 1 : 0);
    at += length;
    return codewords.slice(at - length, at);
  });
}

function interleaved(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, place) =>
    blocks.flatMap((block) => (place < block.length ? [block[place] ?? 0] : [])),
  ).flat();
}
