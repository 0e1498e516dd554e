// Persons and free texts that have been kept long enough: looked through in the order of their keys, a piece at a time.
import type { Database } from 'better-sqlite3';
import { overwriting } from './sealed-field.ts';

export interface OldRows {
  /** How many of the next `rows` went; null when all have been looked through. */
  next(rows: number): number | null;
}

const TABLES = {
  person: { key: 'person_ref', at: 'last_seen_at' },
  evaluation_comment: { key: 'comment_ref', at: 'written_at' },
} as const;

/** Rows of before an instant. What goes is overwritten. No index on the instant: it would be written with every card. */
export function openOldRows(db: Database, table: keyof typeof TABLES, before: number): OldRows {
  const { key, at } = TABLES[table];
  const page = db.prepare<[string, number], { key: string; at: number }>(
    `SELECT ${key} AS key, ${at} AS at FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`,
  );
  const remove = db.prepare<[string]>(`DELETE FROM ${table} WHERE ${key} = ?`);
  const removeAll = db.transaction((keys: readonly string[]) =>
    overwriting(db, () => {
      for (const each of keys) remove.run(each);
    }),
  );
  let seen = '';
  return {
    next: (rows) => {
      const found = page.all(seen, rows);
      const last = found.at(-1);
      if (last === undefined) return null;
      const old = found.filter((row) => row.at < before).map((row) => row.key);
      if (old.length > 0) removeAll.immediate(old);
      // Behind the piece only when it is gone: on a full disk it is tried again.
      seen = last.key;
      return old.length;
    },
  };
}
