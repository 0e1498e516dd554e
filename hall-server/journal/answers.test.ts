// What the journal promises about requests: the first answer is found again, and only by whoever asked the same.
import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@jiaohao/contracts/commands';
import { expect, test } from 'vitest';
import { auditJournal } from './audit-journal.ts';
import type { Journal } from './event-journal.ts';
import { configured, dayOpened, eventsFrom, visit } from './testing/sample-events.ts';
import { appendAll, queryAll, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const answer = { principalKey: 'terminal/k01', requestId: 'request-1', bodyMark: 'm', answer: { ok: true } };

test('an answer survives a restart and belongs to its principal alone', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => journal.saveAnswer(answer, 100));
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k01', 'request-1')).toEqual({ bodyMark: 'm', answer: { ok: true } });
    expect(journal.findAnswer('terminal/k02', 'request-1')).toBeNull();
    expect(journal.findAnswer('terminal/k01', 'request-2')).toBeNull();
  });
});

test('an answer is gone with its transaction', () => {
  withJournal(temporaryFolder(), (journal) => {
    journal.begin();
    journal.saveAnswer(answer, 100);
    expect(journal.findAnswer('terminal/k01', 'request-1')).not.toBeNull();
    journal.rollback();
    expect(journal.findAnswer('terminal/k01', 'request-1')).toBeNull();
  });
});

test('the same request id of two principals is two requests', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.saveAnswer(answer, 100);
    journal.saveAnswer({ ...answer, principalKey: 'terminal/k02', answer: 'second' }, 100);
  });
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k02', 'request-1')?.answer).toBe('second');
    expect(journal.findAnswer('terminal/k01', 'request-1')?.answer).toEqual({ ok: true });
  });
});

test('answers are kept for eight business days, today among them', () => {
  withJournal(temporaryFolder(), (journal) => {
    appendAll(journal, [dayOpened('2026-03-01')]);
    journal.saveAnswer(answer, 100);
    for (let day = 2; day <= 8; day += 1) appendAll(journal, [dayOpened(`2026-03-0${day}`)]);
    journal.saveAnswer({ ...answer, requestId: 'request-8' }, 100);
    expect(journal.findAnswer('terminal/k01', 'request-1')).not.toBeNull();
    appendAll(journal, [dayOpened('2026-03-09')]);
    expect(journal.findAnswer('terminal/k01', 'request-1')).toBeNull();
    expect(journal.findAnswer('terminal/k01', 'request-8')).not.toBeNull();
  });
});

test('an answer lies with the last event of its request: found in the same transaction and after a restart', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    appendAll(journal, [configured(), dayOpened('2026-03-01')]);
    journal.begin();
    const [first, last] = eventsFrom(3, visit(3));
    if (first === undefined || last === undefined) throw new Error('a visit has two events');
    journal.append(first);
    journal.append(last, answer);
    expect(journal.findAnswer('terminal/k01', 'request-1')).toEqual({ bodyMark: 'm', answer: { ok: true } });
    journal.commit();
  });
  expect(queryAll(folder, 'SELECT seq FROM event WHERE request_key IS NOT NULL')).toEqual([{ seq: 4 }]);
  expect(queryAll(folder, 'SELECT * FROM answer')).toEqual([]);
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k01', 'request-1')).toEqual({ bodyMark: 'm', answer: { ok: true } });
    expect(journal.findAnswer('terminal/k02', 'request-1')).toBeNull();
  });
});

test('an answer with an event is gone with its transaction, and after eight business days, a restart among them', () => {
  const folder = temporaryFolder();
  const find = (journal: Journal) => journal.findAnswer('terminal/k01', 'request-1');
  withJournal(folder, (journal) => {
    appendAll(journal, [configured()]);
    const append = (end: 'commit' | 'rollback') => {
      journal.begin();
      for (const event of eventsFrom(2, [dayOpened('2026-03-01')])) journal.append(event, answer);
      journal[end]();
    };
    append('rollback');
    expect(find(journal)).toBeNull();
    append('commit');
    for (let day = 2; day <= 8; day += 1) appendAll(journal, [dayOpened(`2026-03-0${day}`)]);
  });
  withJournal(folder, (journal) => {
    expect(find(journal)).not.toBeNull();
    appendAll(journal, [dayOpened('2026-03-09')]);
    expect(find(journal)).toBeNull();
  });
  expect(queryAll(folder, 'SELECT seq FROM event WHERE answered IS NOT NULL')).toEqual([]);
  expect(auditJournal(folder, null).findings).toEqual([]);
});

test('the mark of a body does not depend on the order of its fields', () => {
  withJournal(temporaryFolder(), (journal) => {
    const body = Command.parse({ type: 'recordEvaluation', ticketId: 7, rating: 2 });
    const turned = Command.parse({ rating: 2, ticketId: 7, type: 'recordEvaluation' });
    expect(journal.bodyMark(turned)).toBe(journal.bodyMark(body));
    expect(journal.isMarkOf(journal.bodyMark(body), turned)).toBe(true);
    const other = Command.parse({ type: 'recordEvaluation', ticketId: 7, rating: 3 });
    expect(journal.isMarkOf(journal.bodyMark(body), other)).toBe(false);
  });
});

test('the mark of a body with an ID card tells nothing without the folder’s key', () => {
  const body = Command.parse({ type: 'issueTicket', queueId: 'general', idCard: { idNumber: '12345', name: '张三' } });
  const marks = [temporaryFolder(), temporaryFolder()].map((folder) =>
    withJournal(folder, (journal) => journal.bodyMark(body)),
  );
  expect(marks[0]).not.toBe(marks[1]);
  expect(marks[0]).toMatch(/^[\w-]{43}$/);
});

test('an answer kept by the version before, whose marks were all hashes, still answers its request', () => {
  const folder = temporaryFolder();
  const body = Command.parse({ type: 'recall', windowId: 'w1' });
  withJournal(folder, (journal) => journal.saveAnswer(answer, 100));
  const key = hkdfSync('sha256', readFileSync(join(folder, 'keys/person.key')), '', 'jiaohao request body', 32);
  const hash = createHmac('sha256', Buffer.from(key)).update(JSON.stringify(body)).digest('base64url');
  withJournal(folder, (journal) => {
    expect(journal.isMarkOf(hash, body)).toBe(true);
    expect(journal.isMarkOf(hash, Command.parse({ type: 'recall', windowId: 'w2' }))).toBe(false);
  });
});
