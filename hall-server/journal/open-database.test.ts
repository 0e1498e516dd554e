// What opening a data folder promises: durable settings, one server, private keys, and a sentence where it must not start.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Journal } from './event-journal.ts';
import { openDatabase, openForReading } from './open-database.ts';
import { configured } from './testing/sample-events.ts';
import { appendAll, tamper, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'StartRefused', code }) as Error;

test('every commit is on the disk before it returns', () => {
  const opened = openDatabase(temporaryFolder());
  const pragma = (name: string) => opened.db.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
  opened.close();
});

test('a second server on the same folder is refused, a reader is not', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => {
    expect(() => Journal.open({ folder })).toThrow(refusal('alreadyRunning'));
    openForReading(folder).close();
  });
  withJournal(folder, (journal) => appendAll(journal, [configured()]));
});

test('a killed server leaves no lock and loses nothing that it committed', async () => {
  const folder = temporaryFolder();
  const script = `
    import { Journal } from ${JSON.stringify(join(import.meta.dirname, 'event-journal.ts'))};
    import { configured, eventsFrom } from ${JSON.stringify(join(import.meta.dirname, 'testing', 'sample-events.ts'))};
    const journal = Journal.open({ folder: ${JSON.stringify(folder)} });
    journal.reserveLog();
    journal.begin();
    journal.append(eventsFrom(1, [configured()])[0]);
    journal.commit();
    journal.begin();
    journal.append(eventsFrom(2, [{ type: 'TicketingOpened' }])[0]);
    console.log('open');
    setInterval(() => journal, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => Journal.open({ folder })).toThrow(refusal('alreadyRunning'));
  child.kill('SIGKILL');
  await once(child, 'exit');
  withJournal(folder, (journal) =>
    expect([...journal.readForStart().events]).toMatchObject([{ seq: 1, ...configured() }]),
  );
});

test('room reserved for the log holds what is committed into it, and is reserved once', () => {
  const folder = temporaryFolder();
  const logBytes = () => statSync(join(folder, 'hall.db-wal')).size;
  withJournal(folder, (journal) => {
    appendAll(journal, [configured()]);
    journal.reserveLog();
    const reserved = logBytes();
    expect(reserved).toBeGreaterThan(30_000_000);
    appendAll(journal, [{ type: 'TicketingOpened' }]);
    journal.reserveLog();
    expect(logBytes()).toBe(reserved);
    const reader = openForReading(folder);
    expect(reader.db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2);
    reader.close();
  });
  withJournal(folder, (journal) => expect([...journal.readForStart().events]).toHaveLength(2));
});

test.skipIf(process.platform === 'win32')('keys are files of their own that only the owner reads', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => undefined);
  const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);
  expect([mode('keys'), mode('keys/chain.key'), mode('keys/person.key')]).toEqual(['700', '600', '600']);
  const [chain, person] = ['chain', 'person'].map((name) => readFileSync(join(folder, 'keys', `${name}.key`)));
  expect([chain?.length, person?.length]).toEqual([32, 32]);
  expect(chain).not.toEqual(person);
});

test.each([
  ['missing', 'keyMissing', (path: string) => rmSync(path)],
  ['cut', 'keyDamaged', (path: string) => writeFileSync(path, Buffer.alloc(31))],
  ['another', 'keyWrong', (path: string) => writeFileSync(path, Buffer.alloc(32))],
])('a database in use whose key is %s is refused, not given a new one', (_what, code, harm) => {
  for (const name of ['chain', 'person']) {
    const folder = temporaryFolder();
    withJournal(folder, (journal) => appendAll(journal, [configured()]));
    harm(join(folder, 'keys', `${name}.key`));
    expect(() => Journal.open({ folder })).toThrow(refusal(code));
    expect(() => Journal.open({ folder })).toThrow(refusal(code));
    expect(() => openForReading(folder)).toThrow(refusal(code));
  }
});

test('a key that was made just before a crash is taken over', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => undefined);
  const key = readFileSync(join(folder, 'keys', 'chain.key'));
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `hall.db${end}`), { force: true });
  withJournal(folder, (journal) => appendAll(journal, [configured()]));
  expect(readFileSync(join(folder, 'keys', 'chain.key'))).toEqual(key);
});

test('a database of a newer program is refused', () => {
  const folder = temporaryFolder();
  withJournal(folder, () => undefined);
  tamper(folder, `INSERT INTO migration VALUES (999, '999-later.sql', 'x')`);
  expect(() => Journal.open({ folder })).toThrow(refusal('migrationUnknown'));
});
