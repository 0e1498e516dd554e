// The troubles of a journal that its callers tell apart: storage full, a broken chain, a start that must not happen.
import Database from 'better-sqlite3';

/** The disk, or the allowed size of the database, is used up. The transaction must be rolled back; reading goes on. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

/** The journal is not what was written: `seq` is the first event that does not fit. */
export class JournalBroken extends Error {
  override readonly name = 'JournalBroken';
  readonly seq: number;

  constructor(seq: number, what: string) {
    super(`The journal is broken at event ${seq}: ${what}. Restore a backup, or run the audit for the whole picture.`);
    this.seq = seq;
  }
}

export type StartRefusalCode =
  | 'alreadyRunning'
  | 'folderMissing'
  | 'keyMissing'
  | 'keyDamaged'
  | 'keyWrong'
  | 'migrationChanged'
  | 'migrationUnknown'
  | 'migrationPending';

/** The folder cannot be opened as it is. The message is a sentence for the person who starts the server. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/**
 * SQLite answers ENOSPC on its files with SQLITE_FULL; when the wal-index cannot grow it says SQLITE_IOERR_SHMSIZE
 * (sqlite.org/rescode.html).
 */
const FULL_CODES = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);

/** Runs a piece of database work; used-up storage becomes `StorageFull`, everything else passes through. */
export function orStorageFull<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Database.SqliteError && FULL_CODES.has(error.code)) {
      throw new StorageFull('There is no space left for the journal.', { cause: error });
    }
    throw error;
  }
}
