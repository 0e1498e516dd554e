// What the audit promises: a sound journal passes, and every kind of tampering is found and its row named.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { Journal } from './journal/event-journal.ts';
import { configured, visit } from './journal/testing/sample-events.ts';
import {
  appendAll,
  keepDays,
  tamper,
  temporaryFolder,
  twoDays,
  withJournal,
} from './journal/testing/temporary-journal.ts';

/** Configured (1), first day (2 to 11), second day (12 to 20), ticketing closed (21). */
const soundOriginal = mkdtempSync(join(tmpdir(), 'audit-'));
withJournal(soundOriginal, (journal) => {
  twoDays(journal);
  appendAll(journal, [{ type: 'TicketingClosed' }]);
});
afterAll(() => rmSync(soundOriginal, { recursive: true }));

function soundFolder(): string {
  const folder = temporaryFolder();
  cpSync(soundOriginal, folder, { recursive: true });
  return folder;
}

const columns = 'at, segment, type, principal, body, hash';

test('a sound journal passes, with counts and its head', () => {
  const folder = soundFolder();
  const head = withJournal(folder, (journal) => journal.readForStart().head);
  const { exitCode, text } = audit(['--data', folder]);
  expect(exitCode).toBe(0);
  expect(text).toContain(`21 events in 3 segments (0 dropped by retention)`);
  expect(text).toContain(`head 21:${head.hash}`);
  expect(text).toContain('A cut end shows only against an anchor');
  expect(text).toContain('Not proved: answers to requests (event.answered, event.request_key, answer), receipts');
});

test('an empty journal is sound', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => undefined);
  expect(audit(['--data', folder])).toEqual({ exitCode: 0, text: 'The journal is sound: it has no event yet.' });
});

test('it reads beside a running server and leaves it writing', () => {
  const folder = soundFolder();
  withJournal(folder, (journal) => {
    expect(audit(['--data', folder]).exitCode).toBe(0);
    appendAll(journal, visit(22));
    expect(audit(['--data', folder]).text).toContain('29 events');
  });
});

test.each([
  ['a changed body', `UPDATE event SET body = replace(body, '60000', '30000') WHERE seq = 8`, ['event 8 has been']],
  ['a changed instant', 'UPDATE event SET at = at - 1 WHERE seq = 4', ['event 4 has been']],
  ['a changed type', `UPDATE event SET type = 'TicketingOpened' WHERE seq = 21`, ['event 21 has been']],
  ['another principal', `UPDATE event SET principal = '{"kind":"hall"}' WHERE seq = 3`, ['event 3 has been']],
  ['another segment', 'UPDATE event SET segment = 1 WHERE seq = 13', ['event 13 has been']],
  ['a body that is no JSON', `UPDATE event SET body = 'x' WHERE seq = 2`, ['event 2 has been']],
  ['a removed row', 'DELETE FROM event WHERE seq = 9', ['event 9 is missing\n']],
  ['removed rows', 'DELETE FROM event WHERE seq BETWEEN 5 AND 7', ['event 5 is missing, and all up to 7']],
  ['a removed beginning', 'DELETE FROM event WHERE seq < 3', ['event 1 is missing, and all up to 2']],
  ['a removed day', 'DELETE FROM event WHERE seq > 11', ['event 12 is missing, and all behind it: segment 2']],
  [
    'a row put at the end',
    `INSERT INTO event (seq, ${columns}) SELECT 22, ${columns} FROM event WHERE seq = 21`,
    ['event 22 has been changed or was not written'],
  ],
  [
    'a row put before the beginning',
    `INSERT INTO event (seq, ${columns}) SELECT 0, ${columns} FROM event WHERE seq = 21`,
    ['event 0 was not written'],
  ],
  [
    'a row put in between',
    `UPDATE event SET seq = -seq WHERE seq > 14; UPDATE event SET seq = 1 - seq WHERE seq < 0;
     INSERT INTO event (seq, ${columns}) SELECT 15, ${columns} FROM event WHERE seq = 4`,
    ['event 15 has been changed or was not written', 'event 16 has been'],
  ],
  [
    'two rows that changed places',
    'UPDATE event SET seq = -4 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 6; UPDATE event SET seq = 6 WHERE seq = -4',
    ['event 4 has been', 'event 6 has been'],
  ],
  [
    'a changed chain hash',
    'UPDATE event SET hash = zeroblob(32) WHERE seq = 10',
    ['event 10 has been', 'event 11 has'],
  ],
  ['a changed document', `UPDATE document SET body = replace(body, '综合', '假')`, ['document', 'has been changed']],
  ['a removed document', 'DELETE FROM document', ['is missing, though event 1 names it']],
  [
    'a document too many',
    `INSERT INTO document (hash, body) VALUES ('0', '{}')`,
    ['document 0 has been', 'document 0 belongs'],
  ],
  ['another closing hash', 'UPDATE segment SET closing_hash = zeroblob(32) WHERE number = 2', ['segment 2 has been']],
  ['another day', `UPDATE segment SET business_day = '2026-01-01' WHERE number = 1`, ['segment 1 has been']],
  ['a removed segment', 'DELETE FROM segment WHERE number = 2', ['segment 2 is missing, though event 12 begins it']],
  ['a segment removed in between', 'DELETE FROM segment WHERE number = 1', ['segment 1 is missing\n']],
  [
    'events dropped by hand',
    'UPDATE segment SET is_dropped = 1 WHERE number < 2; DELETE FROM event WHERE seq < 12',
    ['segment 0 has been', 'segment 1 has been'],
  ],
  ['a changed rating', 'UPDATE evaluation SET rating = 1 WHERE evaluation_id = 9', ['evaluation 9 is not what']],
  [
    'read models said to be further than the events',
    'UPDATE read_model_position SET seq = 99',
    ['read_model_position 1 lies behind the newest event'],
  ],
  ['a removed ticket', 'DELETE FROM ticket WHERE ticket_id = 3', ['ticket 3 is missing, though']],
  [
    'an invented call',
    `INSERT INTO call VALUES (99, 3, 'w01', '1001', 1, 0, 5, NULL, NULL)`,
    ['call 99 does not come from the events'],
  ],
])('%s is found and named', (_what, sql, named) => {
  const folder = soundFolder();
  tamper(folder, sql);
  const { exitCode, text } = audit(['--data', folder]);
  expect(exitCode).toBe(1);
  for (const part of named) expect(`${text}\n`).toContain(part);
});

test('one changed row is one finding', () => {
  const folder = soundFolder();
  tamper(folder, 'UPDATE event SET at = at - 1 WHERE seq = 4');
  expect(audit(['--data', folder]).text).toContain('(findings: 1)');
});

test('a cut end that takes the position of the read models along shows only against an anchor', () => {
  const folder = soundFolder();
  const { seq, hash } = withJournal(folder, (journal) => journal.readForStart().head);
  const anchored = ['--data', folder, '--anchor', `${seq}:${hash}`];
  expect(audit(anchored)).toMatchObject({ exitCode: 0 });
  tamper(folder, 'DELETE FROM event WHERE seq = 21');
  expect(audit(['--data', folder])).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('read_model_position 1 lies behind the newest event') as string,
  });
  tamper(folder, 'UPDATE read_model_position SET seq = 20');
  expect(audit(['--data', folder]).exitCode).toBe(0);
  expect(audit(anchored)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('event 21 is not there') as string,
  });
  withJournal(folder, (journal) => appendAll(journal, [{ type: 'TicketingOpened' }]));
  expect(audit(anchored)).toMatchObject({ exitCode: 1, text: expect.stringContaining('another hash than') as string });
});

test('dropped segments are sound, and their closing hashes still serve as anchors', () => {
  const folder = soundFolder();
  const closing = withJournal(folder, (journal) => {
    const [opening] = journal.readForStart().events;
    keepDays(journal, 1);
    return opening?.type === 'DayOpened' ? opening.closingHash : null;
  });
  const { exitCode, text } = audit(['--data', folder, '--anchor', `11:${closing ?? ''}`]);
  expect(text).toContain('10 events in 1 segments (2 dropped by retention, up to 2026-03-02: ');
  expect(exitCode).toBe(0);
  tamper(folder, `UPDATE segment SET closing_hash = zeroblob(32) WHERE number = 1`);
  expect(audit(['--data', folder])).toMatchObject({ exitCode: 1 });
});

test('what cannot be audited ends with 2 and a sentence', () => {
  expect(audit([])).toMatchObject({ exitCode: 2, text: expect.stringContaining('Usage') as string });
  expect(audit(['--data', 'x', '--ancor', '1:0'])).toMatchObject({ exitCode: 2 });
  expect(audit(['--data', 'x', '--anchor', '1:0'])).toMatchObject({ exitCode: 2 });
  const missing = join(temporaryFolder(), 'nowhere');
  expect(audit(['--data', missing])).toEqual({
    exitCode: 2,
    text: `There is no hall database in ${missing}. Name the server's data folder.`,
  });
  const folder = soundFolder();
  writeFileSync(join(folder, 'keys', 'chain.key'), Buffer.alloc(32, 7));
  expect(audit(['--data', folder]).text).toContain('is not the key of this database');
  rmSync(join(folder, 'keys', 'chain.key'));
  expect(audit(['--data', folder])).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('is missing') as string,
  });
});

test('the program says the same with its exit code', () => {
  const folder = temporaryFolder();
  const journal = Journal.open({ folder });
  appendAll(journal, [configured()]);
  journal.close();
  const run = () =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'audit.ts'), '--data', folder], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('The journal is sound') as string });
  tamper(folder, 'UPDATE event SET at = 1');
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('event 1 has been') as string });
});
