// What updating does to the disk, one step a function: so that a test can cut the power before, in and after each of them.
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface UpdateDisk {
  /** Null for a file that is not there. */
  readText(path: string): Promise<string | null>;
  /** The old text or the new one, whatever happens meanwhile. */
  writeWhole(path: string, text: string): Promise<void>;
  /** Makes the file with its folders; on disk when it resolves. */
  writeFile(path: string, chunks: Iterable<Buffer> | AsyncIterable<Buffer>, mode: number): Promise<void>;
  append(path: string, chunk: Buffer): Promise<void>;
  /** Of a file; 0 where there is none. */
  sizeOf(path: string): Promise<number>;
  readChunks(path: string): AsyncIterable<Buffer>;
  rename(from: string, to: string): Promise<void>;
  /** A file or a whole folder; nothing where there is none. */
  remove(path: string): Promise<void>;
  /** Names in a folder; none where there is no folder. */
  list(path: string): Promise<string[]>;
  freeBytes(path: string): Promise<number>;
}

export const realDisk: UpdateDisk = {
  readText: (path) => orElse(readFile(path, 'utf8'), null),
  async writeWhole(path, text) {
    const next = `${path}.next`;
    await realDisk.writeFile(next, [Buffer.from(text)], 0o600);
    await rename(next, path);
    await syncFolder(dirname(path));
  },
  async writeFile(path, chunks, mode) {
    await mkdir(dirname(path), { recursive: true, mode: 0o755 });
    const handle = await open(path, 'w', mode);
    try {
      // `write` may take less than it was given; `writeFile` goes on from where the last one ended until all is written.
      for await (const chunk of chunks) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async append(path, chunk) {
    await mkdir(dirname(path), { recursive: true, mode: 0o755 });
    const handle = await open(path, 'a', 0o600);
    try {
      await handle.appendFile(chunk);
    } finally {
      await handle.close();
    }
  },
  sizeOf: async (path) => (await orElse(stat(path), null))?.size ?? 0,
  readChunks: (path) => createReadStream(path),
  async rename(from, to) {
    await rename(from, to);
    await syncFolder(dirname(to));
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  list: (path) => orElse(readdir(path), []),
  async freeBytes(path) {
    await mkdir(path, { recursive: true, mode: 0o755 });
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
};

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

async function orElse<T, U>(reading: Promise<T>, missing: U): Promise<T | U> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing;
    throw error;
  }
}

/** A rename is on disk when its folder is. Windows gives no handle on a folder and needs none: NTFS journals names. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
