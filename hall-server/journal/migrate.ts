// The database's shape, one numbered file a change: run once, in order, and never edited after its release.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StartRefused } from './errors.ts';

export const MIGRATIONS = join(import.meta.dirname, 'migrations');

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Runs what the database has not seen yet, each file in a transaction. Refuses a changed or an unknown one. */
export function migrate(db: Database, folder = MIGRATIONS): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT',
  );
  const done = checkMigrations(db, folder);
  const record = db.prepare('INSERT INTO migration (number, name, sha256) VALUES (?, ?, ?)');
  for (const migration of readMigrations(folder).filter(({ number }) => !done.has(number))) {
    db.transaction(() => {
      db.exec(migration.sql);
      record.run(migration.number, migration.name, migration.sha256);
    })();
  }
}

/** The numbers already run; refuses when one of them is not, or no longer, the program's. */
export function checkMigrations(db: Database, folder = MIGRATIONS): Set<number> {
  const known = new Map(readMigrations(folder).map((migration) => [migration.number, migration]));
  const rows = db
    .prepare<[], { number: number; name: string; sha256: string }>(
      'SELECT number, name, sha256 FROM migration ORDER BY number',
    )
    .all();
  for (const row of rows) {
    const migration = known.get(row.number);
    if (migration === undefined) {
      throw new StartRefused(
        'migrationUnknown',
        `The database knows the migration ${row.name}, this program does not: it was written by a newer version. Install that one.`,
      );
    }
    if (migration.sha256 !== row.sha256) {
      throw new StartRefused(
        'migrationChanged',
        `The migration ${migration.name} is not the one that made this database. Install the program unchanged.`,
      );
    }
  }
  return new Set(rows.map(({ number }) => number));
}

/** Refuses a database that lacks a migration of this program: only the server may run it. */
export function refusePending(db: Database, folder = MIGRATIONS): void {
  const done = checkMigrations(db, folder);
  const pending = readMigrations(folder).find(({ number }) => !done.has(number));
  if (pending === undefined) return;
  const sentence = `The database lacks the migration ${pending.name}. Start the hall server of this version once, then try again.`;
  throw new StartRefused('migrationPending', sentence);
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      // A checkout on Windows may end lines otherwise; that is not a change.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(name.slice(0, 3)), name, sql, sha256: hash('sha256', sql, 'hex') };
    });
}
