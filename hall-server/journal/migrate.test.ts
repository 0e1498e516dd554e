// Migrations: run once and in order, whole or not at all, and never changed after their release.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, refusePending } from './migrate.ts';
import { temporaryFolder } from './testing/temporary-journal.ts';

function migrations(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

const refusal = (code: string) => expect.objectContaining({ name: 'StartRefused', code }) as Error;
const FIRST = 'CREATE TABLE a (x);\n-- one\n';

test('each runs once, in the order of the numbers', () => {
  const db = new Database(':memory:');
  const folder = migrations({ '002-second.sql': 'INSERT INTO a VALUES (2)', '001-first.sql': FIRST });
  migrate(db, folder);
  migrate(db, folder);
  writeFileSync(join(folder, '003-third.sql'), 'INSERT INTO a VALUES (3)');
  expect(() => refusePending(db, folder)).toThrow(refusal('migrationPending'));
  migrate(db, folder);
  refusePending(db, folder);
  expect(db.prepare('SELECT x FROM a').pluck().all()).toEqual([2, 3]);
});

test('one that fails leaves nothing and is not recorded', () => {
  const db = new Database(':memory:');
  const folder = migrations({ '001-first.sql': `${FIRST}INSERT INTO nowhere VALUES (1);` });
  expect(() => migrate(db, folder)).toThrow('no such table');
  writeFileSync(join(folder, '001-first.sql'), FIRST);
  migrate(db, folder);
  expect(db.prepare('SELECT name FROM migration').pluck().all()).toEqual(['001-first.sql']);
});

test('a released one that was changed is refused; other line ends are no change', () => {
  const db = new Database(':memory:');
  migrate(db, migrations({ '001-first.sql': FIRST }));
  migrate(db, migrations({ '001-first.sql': FIRST.replaceAll('\n', '\r\n') }));
  expect(() => migrate(db, migrations({ '001-first.sql': FIRST.replace('one', 'two') }))).toThrow(
    refusal('migrationChanged'),
  );
});

test('one that the program does not have is refused', () => {
  const db = new Database(':memory:');
  migrate(db, migrations({ '001-first.sql': FIRST }));
  expect(() => migrate(db, migrations({}))).toThrow(refusal('migrationUnknown'));
});
