// How the hall's database is opened: once for writing, durable at every commit; any number of times for reading.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { orStorageFull, StartRefused } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { openKeys, readKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import { migrate, refusePending } from './migrate.ts';
import { LOG_PAGES } from './reserve-log.ts';

const DATABASE_FILE = 'hall.db';
export const BUSY_TIMEOUT_MS = 5_000;
const PAGE_CACHE_KIB = 2_048;

export interface OpenDatabase {
  readonly db: Database.Database;
  readonly keys: Keys;
  /** A write-ahead log was there: the process before ended without closing. */
  readonly wasLeftOpen: boolean;
  close(): void;
}

/** The one writing connection of a folder; makes folder, database and keys at the first start. Throws `StartRefused`, and `StorageFull`. */
export function openDatabase(folder: string): OpenDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  const path = join(folder, DATABASE_FILE);
  const wasLeftOpen = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  const close = () => {
    db.close();
    unlock();
  };
  try {
    orStorageFull(() => db.pragma('journal_mode = WAL'));
    // FULL: a commit is on the disk before anybody hears of it (sqlite.org/pragma.html#pragma_synchronous).
    db.pragma('synchronous = FULL');
    // A checkpoint writes every page of the log twice over and waits for the disk: one in 32 MB, not one in 4.
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    // Appending needs the last pages only, and the system keeps the rest: sixteen megabytes here would be kept twice.
    db.pragma(`cache_size = -${PAGE_CACHE_KIB}`);
    db.pragma('foreign_keys = ON');
    return orStorageFull(() => {
      migrate(db);
      return { db, keys: openKeys(folder, db), wasLeftOpen, close };
    });
  } catch (error) {
    close();
    throw error;
  }
}

/** A reading connection beside a running server. Throws `StartRefused` where there is no database or no key. */
export function openForReading(folder: string): OpenDatabase {
  const path = join(folder, DATABASE_FILE);
  if (!existsSync(path)) {
    throw new StartRefused('folderMissing', `There is no hall database in ${folder}. Name the server's data folder.`);
  }
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    refusePending(db);
    return { db, keys: readKeys(folder, db), wasLeftOpen: false, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
