// One server a folder: an exclusive lock of the operating system, which a killed process cannot leave behind.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { orStorageFull, StartRefused } from './errors.ts';

/**
 * Locks the folder for this process, or refuses with `alreadyRunning`; `StorageFull` where the lock itself finds no space. The lock is on a file of its own, so that readers
 * (audit, reports, backup) may still open the database. Returns the release.
 */
export function lockFolder(folder: string): () => void {
  const holder = new Database(join(folder, 'server.lock'), { timeout: 0 });
  try {
    orStorageFull(() => holder.exec('BEGIN EXCLUSIVE'));
  } catch (error) {
    holder.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new StartRefused(
      'alreadyRunning',
      `Another hall server is already running on ${folder}. Stop it first, or start this one with another data folder.`,
    );
  }
  return () => holder.close();
}
