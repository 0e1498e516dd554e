// What the journal promises about requests: the first answer is found again, and only by whoever asked the same.
import { Command } from '@jiaohao/contracts/commands';
import { expect, test } from 'vitest';
import { dayOpened } from './testing/sample-events.ts';
import { appendAll, queryAll, tamper, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const answer = { principalKey: 'terminal/k01', requestId: 'request-1', bodyHash: 'h', answer: { ok: true }, at: 100 };

test('an answer survives a restart and belongs to its principal alone', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => journal.saveAnswer(answer));
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k01', 'request-1')).toEqual({ bodyHash: 'h', answer: { ok: true } });
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

test('two requests whose 53 bits are the same are still told apart', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.saveAnswer(answer);
    journal.saveAnswer({ ...answer, requestId: 'request-2', answer: 'second' });
  });
  tamper(folder, 'UPDATE answer SET request_key = (SELECT request_key FROM answer WHERE answer_id = 2)');
  withJournal(folder, (journal) => {
    expect(journal.findAnswer('terminal/k01', 'request-2')?.answer).toBe('second');
    expect(journal.findAnswer('terminal/k01', 'request-1')).toBeNull();
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

test('the hash of a body does not depend on the order of its fields, but on the folder’s key', () => {
  const body = Command.parse({ type: 'issueTicket', queueId: 'general', idCard: { idNumber: '12345', name: '张三' } });
  const turned = Command.parse({
    idCard: { name: '张三', idNumber: '12345' },
    queueId: 'general',
    type: 'issueTicket',
  });
  const hashes = [temporaryFolder(), temporaryFolder()].map((folder) =>
    withJournal(folder, (journal) => {
      expect(journal.bodyHash(turned)).toBe(journal.bodyHash(body));
      expect(journal.bodyHash({ ...body, queueId: 'other' })).not.toBe(journal.bodyHash(body));
      return journal.bodyHash(body);
    }),
  );
  expect(hashes[0]).not.toBe(hashes[1]);
});
