// The transaction of a batch, begun when there is more than one row to it: a row alone is one by itself, for two statements less.
import type { Database } from 'better-sqlite3';

export interface Batch {
  begin(): void;
  /** Writes a row; where it is the first of the batch and `mayBeAlone`, at the commit. */
  write(row: () => void, mayBeAlone: boolean): void;
  /** To be called before anything else that the batch writes: it stands in one transaction with all before it. Nothing outside a batch. */
  join(): void;
  /** To be called before a read: a row that waits for the commit is written. */
  settle(): void;
  commit(): void;
  /** Also right after a failed statement or commit, when SQLite may have rolled back by itself. */
  rollback(): void;
}

type Stage = 'none' | 'promised' | 'open';

export function openBatch(db: Database): Batch {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  let stage: Stage = 'none';
  let alone: (() => void) | null = null;

  const join = () => {
    if (stage !== 'promised') return;
    begin.run();
    stage = 'open';
    alone?.();
    alone = null;
  };

  return {
    begin: () => {
      if (stage !== 'none') throw new Error('a batch cannot begin within another');
      stage = 'promised';
    },
    write: (row, mayBeAlone) => {
      if (stage === 'none') throw new Error('a write to the journal needs a batch around it');
      if (stage === 'promised' && alone === null && mayBeAlone) {
        alone = row;
        return;
      }
      join();
      row();
    },
    join,
    settle: () => {
      if (alone !== null) join();
    },
    commit: () => {
      if (stage === 'open') commit.run();
      else alone?.();
      alone = null;
      stage = 'none';
    },
    rollback: () => {
      if (db.inTransaction) db.exec('ROLLBACK');
      alone = null;
      stage = 'none';
    },
  };
}
