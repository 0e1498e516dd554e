// Room for the write-ahead log before it is needed: a commit into a file that need not grow waits half as long for the disk.
import { closeSync, constants, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';

/** Pages in the log when it is written back and begun anew. */
export const LOG_PAGES = 8_000;
const FRAME_BYTES = 4_096 + 24;
export const RESERVED_BYTES = LOG_PAGES * FRAME_BYTES;
const ZEROS = Buffer.alloc(1 << 20);

/**
 * Fills the log of an open database up with zeros. SQLite reads a log only as far as its checksums hold, so that what lies
 * behind is nothing to it (sqlite.org/fileformat2.html#the_write_ahead_log). A disk without that room goes on without.
 */
export function reserveLog(path: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    for (let at = fstatSync(file).size; at < RESERVED_BYTES; at += ZEROS.length) {
      writeSync(file, ZEROS, 0, Math.min(ZEROS.length, RESERVED_BYTES - at), at);
    }
    fdatasyncSync(file);
  } catch (error) {
    if (!isNoSpace(error)) throw error;
  } finally {
    closeSync(file);
  }
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
