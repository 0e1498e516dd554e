// What the journal promises on a full disk: a clear error, nothing half written, and work again when there is space.
import { expect, test } from 'vitest';
import { StorageFull } from './errors.ts';
import { Journal } from './event-journal.ts';
import { configured, eventsFrom, visit } from './testing/sample-events.ts';
import { appendAll, temporaryFolder, twoDays, withJournal } from './testing/temporary-journal.ts';

/** Visits until the storage is full; the last transaction is left open. */
function fill(journal: Journal): void {
  for (let round = 0; round < 10_000; round += 1) {
    journal.begin();
    const seq = journal.lastSeq() + 1;
    for (const event of eventsFrom(seq, visit(seq))) journal.append(event);
    journal.commit();
  }
}

test('full storage is StorageFull; after a rollback reading goes on, and writing when there is space again', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => twoDays(journal));
  const journal = Journal.open({ folder, maxPageCount: 1 });
  expect(() => fill(journal)).toThrow(StorageFull);
  journal.rollback();
  const full = journal.readForStart();
  expect(full.head.seq).toBe(journal.lastSeq());
  expect([...full.events].at(-1)?.seq).toBe(full.head.seq);
  expect(journal.rebuildReadModels()).toEqual([]);
  expect(() => journal.probeWrite()).toThrow(StorageFull);

  journal.limitPages(100_000);
  journal.probeWrite();
  const before = journal.lastSeq();
  appendAll(journal, visit(before + 1));
  expect(journal.lastSeq()).toBe(before + 8);
  expect(journal.rebuildReadModels()).toEqual([]);
  journal.close();
  withJournal(folder, (reopened) => expect([...reopened.readForStart().events].at(-1)?.seq).toBe(before + 8));
});

test('every writing method says StorageFull', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => undefined);
  const journal = Journal.open({ folder, maxPageCount: 1 });
  const long = 'x'.repeat(100_000);
  const answer = { principalKey: 'p', requestId: 'r', bodyMark: 'm', answer: long };
  const writes: (() => void)[] = [
    () => journal.saveAnswer(answer, 1),
    () => journal.resolvePerson({ idNumber: '1', name: long }, 1).save(),
    () => journal.saveReceipts([{ callSeq: 1, displayId: long, paintedAt: 1 }]),
    () => journal.credentials.setPassword('1001', long),
    () => journal.credentials.addToken(Buffer.alloc(100_000), { kind: 'admin' }, 1),
  ];
  for (const write of writes) expect(write).toThrow(StorageFull);
  journal.close();
});

test('an error of another kind passes as it is', () => {
  withJournal(temporaryFolder(), (journal) => {
    appendAll(journal, [configured()]);
    journal.begin();
    expect(() => journal.begin()).toThrow('within another');
    journal.rollback();
  });
});
