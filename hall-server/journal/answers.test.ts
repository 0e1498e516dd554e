// What the journal promises about requests: the first answer is found again, and only by whoever asked the same.
import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@jiaohao/contracts/commands';
import type { EventBody } from '@jiaohao/contracts/events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answered } from './answers.ts';
import { auditJournal } from './audit-journal.ts';
import { Journal } from './event-journal.ts';
import { configured, dayOpened, eventsFrom, visit } from './testing/sample-events.ts';
import { appendAll, keepDays, queryAll, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

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

test('an answer goes with its day when retention drops it, and does not hide the one to the same request later', () => {
  withJournal(temporaryFolder(), (journal) => {
    const append = (businessDay: string, given: Answered) => {
      journal.begin();
      for (const event of eventsFrom(journal.lastSeq() + 1, [dayOpened(businessDay)])) journal.append(event, given);
      journal.commit();
    };
    append('2026-03-01', answer);
    journal.saveAnswer({ ...answer, requestId: 'request-2' }, 100);
    appendAll(journal, [dayOpened('2026-03-02')]);
    keepDays(journal, 1);
    for (const id of ['request-1', 'request-2']) expect(journal.findAnswer('terminal/k01', id)).toBeNull();
    append('2026-03-03', { ...answer, answer: 'again' });
    expect(journal.findAnswer('terminal/k01', 'request-1')?.answer).toBe('again');
  });
});

/** What is found, said without a database: by request, the business day it was answered in and the answer. */
type Found = Map<string, { readonly day: number; readonly answer: number }>;

const answerSteps = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constantFrom('ownEvent' as const, 'noEvent' as const, 'openingDay' as const),
        principalKey: fc.constantFrom('terminal/k01', 'clerk/1001'),
        requestId: fc.constantFrom('request-1', 'request-2', 'request-3', 'request-4'),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constantFrom(...(['day', 'day', 'day', 'day', 'event', 'commit', 'rollback'] as const)),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'drop' as const) }) },
  ),
  { minLength: 1, maxLength: 100, size: 'max' },
);
type AnswerStep = typeof answerSteps extends fc.Arbitrary<readonly (infer Step)[]> ? Step : never;

/** A journal and the model beside it; always inside a transaction. */
class Beside {
  readonly folder = temporaryFolder();
  journal = Journal.open({ folder: this.folder });
  day = 0;
  found: Found = new Map();
  #committed: { readonly day: number; readonly found: Found } = { day: 0, found: new Map() };
  #answers = 0;

  constructor() {
    this.journal.begin();
  }

  take(step: AnswerStep): void {
    switch (step.kind) {
      case 'day':
        return this.#openDay();
      case 'event':
        return this.#append({ type: 'TicketingOpened' });
      case 'commit':
      case 'rollback':
      case 'drop':
      case 'reopen':
        return this.#between(step.kind);
      default:
        return this.#answer(step);
    }
  }

  /** As the hall does: a request that has an answer is not carried out again. */
  #answer({ kind, principalKey, requestId }: Extract<AnswerStep, { requestId: string }>): void {
    const request = `${principalKey} ${requestId}`;
    if (this.found.has(request)) return;
    this.#answers += 1;
    const answered = { principalKey, requestId, bodyMark: 'm', answer: this.#answers };
    if (kind === 'openingDay') this.#openDay(answered);
    else if (kind === 'ownEvent') this.#append({ type: 'TicketingOpened' }, answered);
    else this.journal.saveAnswer(answered, 100);
    this.found.set(request, { day: this.day, answer: this.#answers });
  }

  #openDay(answered?: Answered): void {
    this.day += 1;
    this.#append(dayOpened(new Date(Date.UTC(2026, 0, this.day)).toISOString().slice(0, 10)), answered);
    this.#forgetBefore(this.day - 7);
  }

  #append(body: EventBody, answered?: Answered): void {
    for (const event of eventsFrom(this.journal.lastSeq() + 1, [body])) this.journal.append(event, answered);
  }

  #between(kind: 'commit' | 'rollback' | 'drop' | 'reopen'): void {
    if (kind === 'rollback') {
      this.journal.rollback();
      this.day = this.#committed.day;
      this.found = new Map(this.#committed.found);
    } else {
      this.journal.commit();
    }
    if (kind === 'drop') {
      const kept = Math.max(0, this.day - 6);
      keepDays(this.journal, 7);
      this.#forgetBefore(kept);
    }
    if (kind === 'reopen') {
      this.journal.close();
      this.journal = Journal.open({ folder: this.folder });
    }
    this.#committed = { day: this.day, found: new Map(this.found) };
    this.journal.begin();
  }

  #forgetBefore(firstKept: number): void {
    for (const [request, { day }] of this.found) if (day < firstKept) this.found.delete(request);
  }
}

test('whatever happens, commits, rollbacks, days, restarts and retention: a request finds its own answer or none', () => {
  fc.assert(
    fc.property(answerSteps, (run) => {
      const beside = new Beside();
      for (const step of run) {
        beside.take(step);
        for (const principalKey of ['terminal/k01', 'clerk/1001']) {
          for (const requestId of ['request-1', 'request-2', 'request-3', 'request-4']) {
            const found = beside.journal.findAnswer(principalKey, requestId)?.answer;
            expect(found).toBe(beside.found.get(`${principalKey} ${requestId}`)?.answer);
          }
        }
      }
      beside.journal.rollback();
      beside.journal.close();
    }),
    // A run is a folder of files: shrinking would take long, the seed tells the same.
    { numRuns: 8, endOnFailure: true },
  );
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
