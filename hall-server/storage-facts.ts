// How large the hall's data has become and how much room its disk has left.
import { statfs, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageHealth } from '@jiaohao/contracts/health';

/** The database, what is written but not yet moved into it, and the index of that (docs/operations.md, where the data lies). */
const JOURNAL_FILES = ['hall.db', 'hall.db-wal', 'hall.db-shm'];

/** Null where the system does not say, for a folder that has just gone or a disk that cannot be asked. */
export async function storageFacts(folder: string): Promise<StorageHealth | null> {
  try {
    const [disk, ...sizes] = await Promise.all([
      statfs(folder),
      ...JOURNAL_FILES.map((name) => sizeOf(join(folder, name))),
    ]);
    return {
      journalBytes: sizes.reduce((sum, size) => sum + size, 0),
      freeBytes: disk.bavail * disk.bsize,
      totalBytes: disk.blocks * disk.bsize,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** 0 for a file that is not there: the write-ahead log is removed when the last connection closes. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
      throw error;
    },
  );
}
