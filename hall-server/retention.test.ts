// How long the hall keeps things, and what it erases on request: through the hall as it runs, with a real journal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command, CommandResult, DataSubject } from '@jiaohao/contracts/commands';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import { auditJournal } from './journal/audit-journal.ts';
import { Journal } from './journal/event-journal.ts';
import type { Dropped } from './journal/retention.ts';
import { configured, dayOpened, eventsFrom, issued } from './journal/testing/sample-events.ts';
import { bytesOf, queryAll } from './journal/testing/temporary-journal.ts';
import { openHall } from './open-hall.ts';
import type { OpenedHall } from './open-hall.ts';
import { ADMIN, MONDAY_AT, smallHall } from './testing/testing-hall.ts';

const NINE_AT = MONDAY_AT + 9 * 3_600_000;
const DAY_MS = 86_400_000;
const CARD = { idNumber: '11010519491231002X', name: '欧阳演示' };
const PASSPORT = { kind: 'passport', issuer: 'UTO', number: 'L898902C3', name: 'ERIKSSON ANNA' } as const;
const TEXT = '等了两个小时 13800000000';
const PAD = { kind: 'terminal', terminalId: 't1' } as const;

let folder: string;
let journal: Journal;
let hall: OpenedHall;
let now: number;
let dropped: Dropped[];
let requests = 0;

function open(): void {
  journal = Journal.open({ folder });
  const never = (error: unknown) => {
    throw error;
  };
  const clock = { now: () => now, after: () => () => undefined };
  hall = openHall({ journal, clock, onFatal: never, onBug: never, onDropped: (what) => dropped.push(what) });
}

function ask(command: Command, requestId = `request-${++requests}`) {
  return hall.execute({ requestId, command, who: command.type === 'recordEvaluation' ? PAD : ADMIN });
}

async function done<T extends CommandResult>(command: Command): Promise<T> {
  const answer = await ask(command);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.result as T;
}

const erase = (of: DataSubject) => ask({ type: 'erasePersonalData', of });
const erased = (wasKnown: boolean, comments: number) => ({ ok: true, result: { wasKnown, comments } });
const scrubbed = () => vi.waitFor(() => expect(journal.log.isDue).toBe(false), { timeout: 10_000 });
const count = (table: string) => queryAll(folder, `SELECT 1 FROM ${table}`).length;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-retention-'));
  now = NINE_AT;
  dropped = [];
});

afterEach(() => {
  hall.close();
  rmSync(folder, { recursive: true });
});

describe('retention', () => {
  const policies = { journalKeptBusinessDays: 184, personKeptMs: 2 * DAY_MS, commentKeptMs: 30 * DAY_MS };

  /** So many closed days before today, a ticket each, in one transaction. */
  function longAgo(days: number, change: Partial<HallConfigInput>): void {
    const before = Journal.open({ folder });
    const config = smallHall(change);
    before.resolvePerson(CARD, NINE_AT - 3 * DAY_MS).save();
    before.resolvePerson({ idNumber: '12345', name: null }, NINE_AT - DAY_MS).save();
    before.sealComment(TEXT, NINE_AT - 31 * DAY_MS).save();
    before.begin();
    const append = (body: Parameters<typeof configured>[0] | ReturnType<typeof configured>) => {
      const [event] = eventsFrom(before.lastSeq() + 1, [body as ReturnType<typeof configured>]);
      if (event !== undefined) before.append({ ...event, at: NINE_AT - DAY_MS });
    };
    append(configured(config));
    for (let back = days; back > 0; back -= 1) {
      const businessDay = new Date(MONDAY_AT - back * DAY_MS).toISOString().slice(0, 10);
      append(dayOpened(businessDay, config));
      append(issued(before.lastSeq() + 1, { queueId: 'qa', serviceItemId: 'ia' }));
      append({ type: 'TicketExpired', ticketId: before.lastSeq(), from: 'waiting' });
      append({ type: 'DayClosed', businessDay, cause: 'calendar' });
    }
    before.commit();
    before.close();
  }

  test('at a start what is older than the policies goes, is told, and the hall works meanwhile and after a restart', async () => {
    longAgo(200, { policies });
    open();
    expect(await ask({ type: 'issueTicket', queueId: 'qa' })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(dropped).toHaveLength(1), { timeout: 20_000 });
    // The day that the calendar opens today is the newest of the 184.
    expect(dropped).toEqual([{ businessDays: 17, lastBusinessDay: '2026-05-23', persons: 1, comments: 1 }]);
    expect(await ask({ type: 'issueTicket', queueId: 'qa' })).toMatchObject({ ok: true });
    expect([count('person'), count('evaluation_comment')]).toEqual([1, 0]);
    await vi.waitFor(() => expect(count('day')).toBe(201), { timeout: 10_000 });
    expect(auditJournal(folder, null)).toMatchObject({ findings: [], segmentsDropped: 18 });
    await scrubbed();
    const { seq } = hall.health();
    hall.close();
    open();
    expect(hall.health()).toMatchObject({ seq, businessDay: '2026-11-23' });
    expect(hall.recordedEvaluations('2026-05-23', 0, 10)).toEqual({ evaluations: [], hasMore: false });
  });

  test('without policies the journal stays, and other rules hold as soon as they are set', async () => {
    longAgo(190, {});
    open();
    await ask({ type: 'issueTicket', queueId: 'qa' });
    const events = () => queryAll(folder, 'SELECT min(seq) AS first FROM event');
    expect(events()).toEqual([{ first: 1 }]);
    await done({ type: 'configureHall', config: smallHall({ policies }) });
    await vi.waitFor(() => expect(dropped).toMatchObject([{ businessDays: 7, persons: 1, comments: 1 }]), {
      timeout: 20_000,
    });
    expect(events()).toEqual([{ first: 1 + 7 * 4 + 1 }]);
    // With each new business day the oldest one goes.
    now += DAY_MS;
    await done({ type: 'openDay' });
    await vi.waitFor(() => expect(dropped.slice(1)).toMatchObject([{ businessDays: 1 }]), { timeout: 20_000 });
    expect(events()).toEqual([{ first: 1 + 8 * 4 + 1 }]);
    expect(auditJournal(folder, null).findings).toEqual([]);
  });
});

describe('erasing on request', () => {
  beforeEach(async () => {
    open();
    await done({ type: 'configureHall', config: smallHall() });
    await done({ type: 'signIn', windowId: 'w1', staffNo: '1' });
  });

  /** Somebody takes a number, is served and writes something. */
  async function visit(paper: Partial<Extract<Command, { type: 'issueTicket' }>>, comment = TEXT) {
    const { ticket } = await done<CommandResult<'issueTicket'>>({ type: 'issueTicket', queueId: 'qa', ...paper });
    await done({ type: 'callNext', windowId: 'w1' });
    await done({ type: 'finishServing', windowId: 'w1' });
    await done({ type: 'recordEvaluation', ticketId: ticket.ticketId, rating: 1, comment });
    return ticket;
  }
  const texts = () => hall.recordedEvaluations('2026-11-23', 0, 10)?.evaluations.map(({ comment }) => comment);
  const lastEvent = () => hall.eventsAfter(hall.health().seq - 1, 1)[0];

  test('by the number of a card: person and texts go, the event says so in surrogates, no file holds them any more', async () => {
    await visit({ idCard: CARD });
    await visit({}, 'of somebody else');
    const rows = queryAll(folder, `SELECT person_ref, id_number_hash, sealed_name FROM person`) as Record<
      string,
      Buffer
    >[];
    const sealed = queryAll(folder, 'SELECT sealed_text FROM evaluation_comment') as Record<string, Buffer>[];
    const traces = [rows[0]?.['id_number_hash'], rows[0]?.['sealed_name']];
    expect(await erase({ idNumber: CARD.idNumber.toLowerCase() })).toEqual(erased(true, 1));
    expect(lastEvent()).toMatchObject({ type: 'PersonalDataErased', personRef: rows[0]?.['person_ref'], who: ADMIN });
    await vi.waitFor(() => expect(texts()).toEqual([null, 'of somebody else']), { timeout: 10_000 });
    expect(hall.applicantAt('w1')).toBeNull();
    await scrubbed();
    const bytes = bytesOf(folder);
    expect(traces.map((trace) => trace !== undefined && bytes.includes(trace))).toEqual([false, false]);
    expect(sealed.map((row) => bytes.includes(row['sealed_text'] ?? '')).sort()).toEqual([false, true]);

    const { seq } = hall.health();
    expect(await erase({ idNumber: CARD.idNumber })).toEqual(erased(false, 0));
    expect(hall.health().seq).toBe(seq);
    expect(auditJournal(folder, null).findings).toEqual([]);
  });

  test('by another paper, and only by that one', async () => {
    await visit({ document: PASSPORT });
    const { kind, number } = PASSPORT;
    expect(await erase({ document: { kind, issuer: 'D', number } })).toEqual(erased(false, 0));
    expect(await erase({ idNumber: number })).toEqual(erased(false, 0));
    expect(await erase({ document: { kind, issuer: 'UTO', number } })).toEqual(erased(true, 1));
  });

  test('by a ticket: of its person all, without a person what was written on it; nothing for a number of another day', async () => {
    const first = await visit({ idCard: CARD });
    const second = await visit({ idCard: CARD });
    const anonymous = await visit({});
    const ticket = (businessDay: string, { ticketNumber }: { ticketNumber: string }) => ({
      ticket: { businessDay, ticketNumber },
    });
    expect(await erase(ticket('2026-11-20', second))).toEqual(erased(false, 0));
    expect(await erase(ticket('2026-11-23', { ticketNumber: 'A999' }))).toEqual(erased(false, 0));
    expect(await erase(ticket('2026-11-23', second))).toEqual(erased(true, 2));
    expect(await erase(ticket('2026-11-23', first))).toEqual(erased(false, 0));
    expect(await erase(ticket('2026-11-23', anonymous))).toEqual(erased(false, 1));
    expect(count('evaluation_comment')).toBe(0);
  });

  test('one free text alone: the person stays', async () => {
    await visit({ idCard: CARD });
    await vi.waitFor(() => expect(texts()).toEqual([TEXT]), { timeout: 10_000 });
    const evaluationId = hall.recordedEvaluations('2026-11-23', 0, 10)?.evaluations[0]?.evaluationId ?? 0;
    expect(await erase({ evaluationId })).toEqual(erased(false, 1));
    expect([texts(), count('person')]).toEqual([[null], 1]);
  });

  test('asked twice it is done once, also after a restart; the number is not kept with the answer', async () => {
    await visit({ idCard: CARD });
    const command: Command = { type: 'erasePersonalData', of: { idNumber: CARD.idNumber } };
    const first = await ask(command, 'erasing-0001');
    expect(first).toEqual(erased(true, 1));
    hall.close();
    open();
    expect(await ask(command, 'erasing-0001')).toEqual(first);
    const other: Command = { type: 'erasePersonalData', of: { idNumber: '123456' } };
    expect(await ask(other, 'erasing-0001')).toMatchObject({ refusal: { code: 'requestIdReused' } });
    expect(await ask(other, 'erasing-0002')).toEqual(erased(false, 0));
    expect(bytesOf(folder).includes(CARD.idNumber)).toBe(false);
  });

  test('on a full disk nothing of it is done, and all of it when there is space again', async () => {
    await visit({ idCard: CARD });
    journal.limitPages(1);
    await Promise.all(Array.from({ length: 600 }, () => ask({ type: 'issueTicket', queueId: 'qa' })));
    expect(await erase({ idNumber: CARD.idNumber })).toMatchObject({ refusal: { code: 'storageFull' } });
    expect([count('person'), count('evaluation_comment')]).toEqual([1, 1]);
    journal.limitPages(2 ** 30);
    await vi.waitFor(() => expect(hall.health().isWriting).toBe(true), { timeout: 10_000 });
    expect(await erase({ idNumber: CARD.idNumber })).toEqual(erased(true, 1));
  });
});
