// What a batch promises: one row or many, all of it is in the database after the commit, and none of it before or after a rollback.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBatch } from './batch.ts';
import { temporaryFolder } from './testing/temporary-journal.ts';

function withBatch() {
  const file = `${temporaryFolder()}/rows.db`;
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY) STRICT');
  const beside = new Database(file, { readonly: true });
  const insert = db.prepare('INSERT INTO row (id) VALUES (?)');
  const seen = beside.prepare('SELECT id FROM row ORDER BY id').pluck();
  return { db, batch: openBatch(db), put: (id: number) => void insert.run(id), seen: () => seen.all() };
}

test('a row alone is a transaction by itself: written at the commit, and nothing is begun', () => {
  const { db, batch, put, seen } = withBatch();
  batch.begin();
  batch.write(() => put(1), true);
  expect([db.inTransaction, seen()]).toEqual([false, []]);
  batch.commit();
  expect([db.inTransaction, seen()]).toEqual([false, [1]]);
});

test('whatever joins stands in one transaction with the row before it', () => {
  const { db, batch, put, seen } = withBatch();
  batch.begin();
  batch.write(() => put(1), true);
  batch.join();
  put(2);
  expect([db.inTransaction, seen()]).toEqual([true, []]);
  batch.rollback();
  expect([db.inTransaction, seen()]).toEqual([false, []]);
});

test('a read finds the row that waits for the commit', () => {
  const { db, batch, put } = withBatch();
  batch.begin();
  batch.settle();
  expect(db.inTransaction).toBe(false);
  batch.write(() => put(1), true);
  batch.settle();
  expect(db.prepare('SELECT count(*) FROM row').pluck().get()).toBe(1);
  batch.commit();
});

test('a write without a batch, and a batch within a batch, are bugs', () => {
  const { batch, put } = withBatch();
  expect(() => batch.write(() => put(1), true)).toThrow('needs a batch');
  batch.begin();
  expect(() => batch.begin()).toThrow('within another');
});

test('a row alone that cannot be written leaves nothing, and the next batch begins anew', () => {
  const { batch, put, seen } = withBatch();
  batch.begin();
  batch.write(() => put(1), true);
  batch.commit();
  batch.begin();
  batch.write(() => put(1), true);
  expect(() => batch.commit()).toThrow('UNIQUE');
  batch.rollback();
  batch.begin();
  batch.write(() => put(2), true);
  batch.commit();
  expect(seen()).toEqual([1, 2]);
});

test('any batches: what was committed is there, what was rolled back is not', () => {
  const step = fc.record({
    rows: fc.array(fc.record({ mayBeAlone: fc.boolean(), joinsAfter: fc.boolean() }), { maxLength: 4 }),
    isCommitted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { batch, put, seen } = withBatch();
      const expected: number[] = [];
      let id = 0;
      for (const { rows, isCommitted } of steps) {
        batch.begin();
        for (const { mayBeAlone, joinsAfter } of rows) {
          const own = ++id;
          if (isCommitted) expected.push(own);
          batch.write(() => put(own), mayBeAlone);
          if (joinsAfter) batch.join();
        }
        if (isCommitted) batch.commit();
        else batch.rollback();
        expect(seen()).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});
