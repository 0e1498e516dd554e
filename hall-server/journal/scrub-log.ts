// What was overwritten in the database still stands in its write-ahead log, until that is begun anew: here it is, as soon as nobody reads.
import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { orStorageFull } from './errors.ts';
import { BUSY_TIMEOUT_MS } from './open-database.ts';
import { RESERVED_BYTES, reserveLog } from './reserve-log.ts';

export interface LogScrubber {
  /** Something was overwritten that must not stand in the log any longer. */
  ask(): void;
  readonly isDue: boolean;
  /**
   * Outside a transaction. Writes the log into the database, empties it and reserves its room again where there was some: a tenth of a second.
   * While somebody else reads it stays due. Throws `StorageFull`.
   */
  scrub(): void;
}

/** `isDue` from the start after a crash: a log that was left behind may hold what was erased. */
export function openLogScrubber(db: Database, isDueAtStart: boolean): LogScrubber {
  const log = `${db.name}-wal`;
  let isDue = isDueAtStart;
  return {
    ask: () => (isDue = true),
    get isDue() {
      return isDue;
    },
    scrub: () => {
      const wasReserved = existsSync(log) && statSync(log).size >= RESERVED_BYTES;
      isDue = !orStorageFull(() => truncate(db));
      if (!isDue && wasReserved) reserveLog(log);
    },
  };
}

/** Without waiting for readers (sqlite.org/pragma.html#pragma_wal_checkpoint); false when there were some. */
function truncate(db: Database): boolean {
  db.pragma('busy_timeout = 0');
  try {
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}
