// What the journal promises of retention: whole days and old rows go in bounded pieces, and after each piece the journal is sound.
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { EventBody } from '@jiaohao/contracts/events';
import { auditJournal } from './audit-journal.ts';
import { StorageFull } from './errors.ts';
import { Journal } from './event-journal.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { SAMPLE_CONFIG, configured, dayOpened, issued, visit } from './testing/sample-events.ts';
import { appendAll, keepDays, queryAll, tamper, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const NOTHING = { businessDaysKept: null, personsSeenBefore: null, commentsWrittenBefore: null };
const OTHER_CONFIG = { ...SAMPLE_CONFIG, hall: { ...SAMPLE_CONFIG.hall, hallId: 'h2' } };
const THIRD_CONFIG = { ...SAMPLE_CONFIG, hall: { ...SAMPLE_CONFIG.hall, hallId: 'h3' } };

/** Two visits a day, the first by a person who writes something; the configuration changes on the second day. */
function days(journal: Journal, count: number): { personRef: string; commentRefs: string[] } {
  const { personRef, save } = journal.resolvePerson({ idNumber: '99999919500101001X', name: '测试' }, 1);
  save();
  const commentRefs: string[] = [];
  appendAll(journal, [configured()]);
  for (let day = 1; day <= count; day += 1) {
    const { commentRef, save: saveText } = journal.sealComment(`意见 ${day}`, day);
    saveText();
    commentRefs.push(commentRef);
    const config = day < 2 ? SAMPLE_CONFIG : OTHER_CONFIG;
    appendAll(journal, [dayOpened(`2026-03-0${day}`, config)]);
    const seq = journal.lastSeq() + 1;
    appendAll(journal, [...visit(seq).slice(0, -1), recorded(seq, commentRef), ...visit(seq + 8)]);
    tieTo(journal, personRef);
    // Two changes on the first day: one that lived for an hour, and the one of all later days.
    if (day === 1) appendAll(journal, [configured(THIRD_CONFIG), configured(OTHER_CONFIG)]);
    appendAll(journal, [{ type: 'DayClosed', businessDay: `2026-03-0${day}`, cause: 'calendar' }]);
  }
  journal.followWithReadModels(journal.lastSeq());
  return { personRef, commentRefs };
}

function tieTo(journal: Journal, personRef: string): void {
  appendAll(journal, [issued(journal.lastSeq() + 1, { personRef })]);
}

function recorded(seq: number, commentRef: string): EventBody {
  const kind = { rating: 1, supplement: false, onBehalf: false } as const;
  return { type: 'EvaluationRecorded', evaluationId: seq + 6, ticketId: seq, ...kind, reasons: [108], commentRef };
}

const rows = (folder: string, sql: string): unknown[][] =>
  queryAll(folder, sql).map((row) => Object.values(row as Record<string, unknown>));

test('after every piece the audit is sound, a start succeeds, and the figures of the dropped days are still there', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => void days(journal, 4));
  const figures = () => rows(folder, 'SELECT ticket_id, state, serving_ms FROM ticket JOIN serving USING (ticket_id)');
  const [before, events] = [figures(), rows(folder, 'SELECT seq FROM event').length];
  let pieces = 0;
  for (let more = true; more; pieces += 1) {
    more = withJournal(folder, (journal) => {
      const left = journal.retention.begin({ ...NOTHING, businessDaysKept: 2 }).step(3);
      expect(journal.rebuildReadModels()).toEqual([]);
      expect([...journal.readForStart().events]).toHaveLength(19);
      return left;
    });
    expect(auditJournal(folder, null).findings).toEqual([]);
    expect(figures()).toEqual(before);
  }
  expect(pieces).toBeGreaterThan(13);
  expect(rows(folder, 'SELECT seq FROM event').length).toBe(events - 1 - 21 - 19);
  expect(auditJournal(folder, null)).toMatchObject({ segmentsDropped: 3, segmentsKept: 2 });
});

test('a piece is bounded, tells what went, and identity goes with the day: surrogate, text, receipts, configuration', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const { commentRefs } = days(journal, 3);
    journal.saveReceipts([{ callSeq: 5, displayId: 'd1', paintedAt: 1 }]);
    expect(rows(folder, 'SELECT count(*) FROM document')).toEqual([[3]]);
    const round = journal.retention.begin({ ...NOTHING, businessDaysKept: 1 });
    let kept = rows(folder, 'SELECT seq FROM event').length;
    while (round.step(4)) {
      const left = rows(folder, 'SELECT seq FROM event').length;
      expect(kept - left).toBeLessThanOrEqual(4);
      kept = left;
    }
    expect(round.dropped).toEqual({ businessDays: 2, lastBusinessDay: '2026-03-02', persons: 0, comments: 0 });
    const newest = rows(folder, `SELECT first_seq FROM segment WHERE number = 3`)[0]?.[0] as number;
    expect(rows(folder, 'SELECT comment_ref FROM evaluation_comment')).toEqual([[commentRefs[2]]]);
    expect(rows(folder, `SELECT count(*) FROM ticket WHERE ticket_id < ${newest}`)).toEqual([[6]]);
    expect(rows(folder, `SELECT 1 FROM ticket WHERE ticket_id < ${newest} AND person_ref IS NOT NULL`)).toEqual([]);
    expect(rows(folder, `SELECT count(*) FROM ticket WHERE person_ref IS NOT NULL`)).toEqual([[1]]);
    expect(rows(folder, 'SELECT call_seq FROM receipt')).toEqual([]);
    expect(rows(folder, 'SELECT count(*) FROM document')).toEqual([[1]]);
    expect(journal.eventsAfter(0, 1)[0]).toMatchObject({ seq: newest, type: 'DayOpened' });
  });
  expect(auditJournal(folder, null).findings).toEqual([]);
});

test('the newest day always stays, and a second round finds nothing', () => {
  withJournal(temporaryFolder(), (journal) => {
    days(journal, 2);
    expect(keepDays(journal, 1)).toBe(1);
    expect(keepDays(journal, 1)).toBe(0);
    expect(journal.retention.begin({ ...NOTHING, businessDaysKept: 0 }).step(10)).toBe(false);
    expect([...journal.readForStart().events]).toHaveLength(19);
  });
});

test('a day whose figures are not made yet waits', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    appendAll(journal, [configured(), dayOpened('2026-03-01'), ...visit(3), dayOpened('2026-03-02')]);
    const round = journal.retention.begin({ ...NOTHING, businessDaysKept: 1 });
    while (round.step(2));
    expect(rows(folder, 'SELECT seq FROM event')).toHaveLength(11);
    expect(keepDays(journal, 1)).toBe(1);
    expect(rows(folder, 'SELECT ticket_id, state FROM ticket')).toEqual([[3, 'finished']]);
  });
});

test.each([
  ['a changed event of a day half dropped', `UPDATE event SET at = at + 1 WHERE seq = 7`, 'event 7 '],
  ['the beginning of what is left taken away', 'DELETE FROM event WHERE seq = 6', 'event 6 '],
  [
    'events taken away and passed off as dropped',
    'DELETE FROM event WHERE seq < 9; UPDATE drop_progress SET seq = 8',
    'drop_progress 8 ',
  ],
  [
    'an event put in the place of a dropped one',
    `INSERT INTO event (seq, at, segment, type, principal, body, hash) SELECT 4, at, segment, type, principal, body, hash FROM event WHERE seq = 7`,
    'event 4 ',
  ],
  ['how far it was dropped, forgotten', 'DELETE FROM drop_progress', 'event 2 '],
])('the audit finds %s', (_what, sql, named) => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    days(journal, 2);
    const round = journal.retention.begin({ ...NOTHING, businessDaysKept: 1 });
    // Segment 0 with event 1, then four events of the first day.
    for (let piece = 0; piece < 2; piece += 1) round.step(4);
    expect(rows(folder, 'SELECT min(seq) FROM event')).toEqual([[6]]);
  });
  expect(auditJournal(folder, null).findings).toEqual([]);
  tamper(folder, sql);
  const [finding] = auditJournal(folder, null).findings;
  expect(`${finding?.table} ${finding?.id} `).toBe(named);
});

test('persons go by when they were last seen, texts by when they were written, a piece at a time', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.begin();
    for (let at = 1; at <= 50; at += 1) {
      journal.resolvePerson({ idNumber: `12345${at}`, name: null }, at).save();
      journal.sealComment('text', at).save();
    }
    // Seen again: known for longer.
    journal.resolvePerson({ idNumber: '123457', name: null }, 50).save();
    journal.commit();
    const round = journal.retention.begin({ businessDaysKept: null, personsSeenBefore: 41, commentsWrittenBefore: 31 });
    let [persons, pieces] = [50, 0];
    for (; round.step(7); pieces += 1) {
      const left = rows(folder, 'SELECT 1 FROM person').length;
      expect(persons - left).toBeLessThanOrEqual(7);
      persons = left;
    }
    expect(pieces).toBeGreaterThan(14);
    expect(round.dropped).toEqual({ businessDays: 0, lastBusinessDay: null, persons: 39, comments: 30 });
    expect(rows(folder, 'SELECT min(last_seen_at), count(*) FROM person')).toEqual([[41, 11]]);
    expect(rows(folder, 'SELECT min(written_at), count(*) FROM evaluation_comment')).toEqual([[31, 20]]);
    expect(journal.log.isDue).toBe(true);
  });
});

test('on a full disk retention goes on, and what goes makes room for what comes', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => void days(journal, 3));
  const journal = Journal.open({ folder, maxPageCount: 1 });
  const fill = () => {
    for (;;) appendAll(journal, visit(journal.lastSeq() + 1));
  };
  expect(fill).toThrow(StorageFull);
  journal.rollback();
  const round = journal.retention.begin({ ...NOTHING, businessDaysKept: 1 });
  const pieces = () => {
    while (round.step(5));
  };
  expect(pieces).not.toThrow(StorageFull);
  expect(round.dropped.businessDays).toBe(2);
  appendAll(journal, visit(journal.lastSeq() + 1));
  journal.close();
  expect(auditJournal(folder, null).findings).toEqual([]);
});

test('a journal of the version before learns which event is the newest to name each configuration', () => {
  const folder = temporaryFolder();
  const old = temporaryFolder();
  for (const name of readdirSync(MIGRATIONS).filter((each) => each < '007')) {
    copyFileSync(join(MIGRATIONS, name), join(old, name));
  }
  const db = new Database(join(folder, 'hall.db'));
  migrate(db, old);
  const insert = db.prepare(`INSERT INTO event VALUES (?, 1, 0, ?, '{}', ?, zeroblob(32), NULL, NULL)`);
  insert.run(1, 'HallConfigured', '{"configHash":"a"}');
  insert.run(2, 'DayOpened', '{"carried":{"configHash":"a"}}');
  insert.run(3, 'HallConfigured', '{"configHash":"b"}');
  insert.run(4, 'TicketIssued', '{}');
  for (const hash of ['a', 'b', 'c']) db.prepare('INSERT INTO document VALUES (?, ?)').run(hash, '{}');
  migrate(db);
  db.close();
  expect(rows(folder, 'SELECT hash, named_seq FROM document')).toEqual([
    ['a', 2],
    ['b', 3],
    ['c', 0],
  ]);
});
