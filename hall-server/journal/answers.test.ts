// What the journal promises about requests: the first answer is found again, and only by whoever asked the same.
import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@jiaohao/contracts/commands';
import { expect, test } from 'vitest';
import { dayOpened } from './testing/sample-events.ts';
import { appendAll, queryAll, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const answer = { principalKey: 'terminal/k01', requestId: 'request-1', bodyMark: 'm', answer: { ok: true }, at: 100 };

test('an answer survives a restart and belongs to its principal alone', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => journal.saveAnswer(answer));
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k01', 'request-1')).toEqual({ bodyMark: 'm', answer: { ok: true } });
    expect(journal.findAnswer('terminal/k02', 'request-1')).toBeNull();
    expect(journal.findAnswer('terminal/k01', 'request-2')).toBeNull();
  });
});

test('an answer is gone with its transaction', () => {
  withJournal(temporaryFolder(), (journal) => {
    journal.begin();
    journal.saveAnswer(answer);
    expect(journal.findAnswer('terminal/k01', 'request-1')).not.toBeNull();
    journal.rollback();
    expect(journal.findAnswer('terminal/k01', 'request-1')).toBeNull();
  });
});

test('the same request id of two principals is two requests', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.saveAnswer(answer);
    journal.saveAnswer({ ...answer, principalKey: 'terminal/k02', answer: 'second' });
  });
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k02', 'request-1')?.answer).toBe('second');
    expect(journal.findAnswer('terminal/k01', 'request-1')?.answer).toEqual({ ok: true });
  });
});

test('answers are kept for eight business days, today among them', () => {
  withJournal(temporaryFolder(), (journal) => {
    appendAll(journal, [dayOpened('2026-03-01')]);
    journal.saveAnswer(answer);
    for (let day = 2; day <= 8; day += 1) appendAll(journal, [dayOpened(`2026-03-0${day}`)]);
    journal.saveAnswer({ ...answer, requestId: 'request-8' });
    expect(journal.findAnswer('terminal/k01', 'request-1')).not.toBeNull();
    appendAll(journal, [dayOpened('2026-03-09')]);
    expect(journal.findAnswer('terminal/k01', 'request-1')).toBeNull();
    expect(journal.findAnswer('terminal/k01', 'request-8')).not.toBeNull();
  });
});

test('answers before an instant are forgotten, all of them if need be', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    for (const at of [100, 200, 300]) journal.saveAnswer({ ...answer, requestId: `request-${at}`, at });
    journal.forgetAnswersBefore(200);
    expect(queryAll(folder, 'SELECT at FROM answer')).toEqual([{ at: 200 }, { at: 300 }]);
    journal.forgetAnswersBefore(1_000);
    expect(queryAll(folder, 'SELECT at FROM answer')).toEqual([]);
  });
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
  withJournal(folder, (journal) => journal.saveAnswer(answer));
  const key = hkdfSync('sha256', readFileSync(join(folder, 'keys/person.key')), '', 'jiaohao request body', 32);
  const hash = createHmac('sha256', Buffer.from(key)).update(JSON.stringify(body)).digest('base64url');
  withJournal(folder, (journal) => {
    expect(journal.isMarkOf(hash, body)).toBe(true);
    expect(journal.isMarkOf(hash, Command.parse({ type: 'recall', windowId: 'w2' }))).toBe(false);
  });
});
