// Unpacks a .tar.gz of files (POSIX.1-1988 ustar) into a folder; names that lead out of it, links and the like are refused.
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import type { UpdateDisk } from './update-disk.ts';

const BLOCK_BYTES = 512;

/** The archive is not one of ours. Its message names the place. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

interface Entry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly mode: number;
  readonly isFolder: boolean;
}

/** Throws BadArchive, and whatever the disk throws; then part of the files are there. */
export async function unpack(disk: UpdateDisk, archive: string, folder: string, unpackedMax: number): Promise<void> {
  const plain = new PassThrough();
  const ended = pipeline(disk.readChunks(archive), createGunzip(), plain).then(
    () => null,
    (error: unknown) => error,
  );
  const reader = new BlockReader(plain);
  try {
    let totalBytes = 0;
    for (let entry = entryOf(await reader.read(BLOCK_BYTES)); entry !== null;) {
      totalBytes += entry.sizeBytes;
      if (totalBytes > unpackedMax) throw new BadArchive('more bytes than were announced');
      const { name, mode, sizeBytes, isFolder } = entry;
      if (!isFolder) await disk.writeFile(join(folder, name), reader.chunks(sizeBytes), mode);
      await reader.skip((BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES);
      entry = entryOf(await reader.read(BLOCK_BYTES));
    }
  } catch (error) {
    plain.destroy();
    await ended;
    throw asBadArchive(error);
  }
  plain.resume();
  const trouble = await ended;
  if (trouble !== null) throw asBadArchive(trouble);
}

/** zlib's own errors mean the archive, not the disk. */
function asBadArchive(error: unknown): unknown {
  const isZlib = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
  return isZlib ? new BadArchive('not a gzip file, or cut short', { cause: error }) : error;
}

/** Null for the block of zeros that ends the archive. */
function entryOf(block: Buffer): Entry | null {
  if (block.every((byte) => byte === 0)) return null;
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== octal(block, 148, 8)) throw new BadArchive('a header with a wrong sum');
  const prefix = text(block, 345, 155);
  const name = prefix === '' ? text(block, 0, 100) : `${prefix}/${text(block, 0, 100)}`;
  const type = text(block, 156, 1);
  if (type !== '0' && type !== '' && type !== '5') throw new BadArchive(`${name}: neither a file nor a folder`);
  const isInside = name.split('/').every((part) => part !== '..' && !/[\\:\0]/.test(part));
  if (!isInside || name.startsWith('/') || name === '') throw new BadArchive(`${name}: leads out of the folder`);
  const mode = (octal(block, 100, 8) & 0o111) === 0 ? 0o644 : 0o755;
  return { name, sizeBytes: octal(block, 124, 12), mode, isFolder: type === '5' };
}

function text(block: Buffer, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

function octal(block: Buffer, at: number, length: number): number {
  const digits = text(block, at, length).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw new BadArchive('a header that is not ustar');
  return Number.parseInt(digits, 8);
}

/** Takes a stream apart in pieces of wanted lengths. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async read(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const chunk of this.chunks(length)) parts.push(chunk);
    return Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    await this.read(length);
  }

  async *chunks(length: number): AsyncGenerator<Buffer> {
    for (let missing = length; missing > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) throw new BadArchive('cut short');
        this.#rest = next.value;
      }
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      yield part;
    }
  }
}
