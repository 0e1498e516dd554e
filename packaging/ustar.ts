// Writes a folder as a .tar.gz that is the same for the same files: sorted names, no times, no owners.
import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** POSIX.1-1988 (ustar): blocks of 512 bytes; a name of 100 bytes may have 155 bytes of folders before it. */
const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;

/** `root` becomes the first part of every name; empty for none. `level`: zlib's. Executable files stay executable. */
export async function packFolder(folder: string, outFile: string, root = '', level = 6): Promise<void> {
  await pipeline(Readable.from(blocks(folder, root)), createGzip({ level }), createWriteStream(outFile));
}

/** Files only, sorted, with `/` between parts. Refuses what is neither a file nor a folder. */
export function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(folder, name);
      if (!entry.isFile()) throw new Error(`${join(folder, name)} is neither a file nor a folder`);
      return [name];
    });
}

async function* blocks(folder: string, root: string): AsyncGenerator<Buffer> {
  for (const name of filesIn(folder)) {
    const source = join(folder, name);
    const { size, mode } = statSync(source);
    yield header(root === '' ? name : `${root}/${name}`, size, (mode & 0o111) === 0 ? 0o644 : 0o755);
    for await (const chunk of createReadStream(source)) yield chunk as Buffer;
    const rest = size % BLOCK_BYTES;
    if (rest > 0) yield Buffer.alloc(BLOCK_BYTES - rest);
  }
  yield Buffer.alloc(2 * BLOCK_BYTES);
}

export function header(path: string, sizeBytes: number, mode: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const { prefix, name } = splitName(path);
  block.write(name, 0, 'utf8');
  block.write(octal(mode, 8), 100, 'latin1');
  block.write(octal(0, 8), 108, 'latin1');
  block.write(octal(0, 8), 116, 'latin1');
  block.write(octal(sizeBytes, 12), 124, 'latin1');
  block.write(octal(0, 12), 136, 'latin1');
  block.write('        0', 148, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(prefix, 345, 'utf8');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

function splitName(path: string): { prefix: string; name: string } {
  if (Buffer.byteLength(path) <= NAME_BYTES) return { prefix: '', name: path };
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
    const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
    if (Buffer.byteLength(prefix) <= PREFIX_BYTES && Buffer.byteLength(name) <= NAME_BYTES) return { prefix, name };
  }
  throw new Error(`${path}: too long a name for a ustar archive`);
}
