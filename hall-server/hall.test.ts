// The one writer: one transaction a turn, nothing said before the commit, bugs and full disks survived as designed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '@jiaohao/contracts/commands';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Topic } from '@jiaohao/contracts/views';
import type { Clock } from './clock.ts';
import { Journal } from './journal/event-journal.ts';
import { openHall } from './open-hall.ts';
import type { OpenedHall } from './open-hall.ts';
import { ADMIN, MONDAY_AT, smallHall } from './testing/testing-hall.ts';

const NINE_AT = MONDAY_AT + 9 * 3_600_000;
const ISSUE = { type: 'issueTicket', queueId: 'qa' } as const;

let folder: string;
let journal: Journal;
let hall: OpenedHall;
let now: number;
let due: (() => void) | null;
let troubles: unknown[];
let requests = 0;

const clock: Clock = {
  now: () => now,
  after: (_delayMs, callback) => {
    due = callback;
    return () => (due = null);
  },
};

function open(): void {
  journal = Journal.open({ folder });
  hall = openHall({ journal, clock, onFatal: (error) => troubles.push(error), onBug: (error) => troubles.push(error) });
}

const ask = (command: Command, who: Principal = ADMIN, requestId = `request-${++requests}`) =>
  hall.execute({ requestId, command, who });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-hall-'));
  now = NINE_AT;
  troubles = [];
  open();
  const displays = [
    { displayId: 'd1', kind: 'board', zoneId: null },
    { displayId: 'd2', kind: 'windowScreen', windowId: 'w1' },
    { displayId: 'elsewhere', kind: 'board', zoneId: 'z2' },
  ] as const;
  await ask({ type: 'configureHall', config: { ...smallHall(), displays: [...displays] } });
});

afterEach(() => {
  hall.close();
  rmSync(folder, { recursive: true });
});

describe('a turn', () => {
  it('opens the day by the calendar as soon as there is a configuration', () => {
    expect(hall.health()).toMatchObject({ businessDay: '2026-11-23', isWriting: true });
  });

  it('decides each request on what the ones before it in the same turn made, and says one time what changed', async () => {
    const changes: ReadonlySet<Topic>[] = [];
    hall.onChanged((dirty) => changes.push(dirty));
    const card = { idNumber: '11010519491231002X', name: '演示' };
    const answers = await Promise.all([ask({ ...ISSUE, idCard: card }), ask({ ...ISSUE, idCard: card }), ask(ISSUE)]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual(['ok', 'alreadyHolding', 'ok']);
    expect(changes).toHaveLength(1);
  });

  it('never lets time run backwards: with the clock set back an hour events keep their order and instants', async () => {
    await ask(ISSUE);
    now -= 3_600_000;
    await ask(ISSUE);
    const at = hall.eventsAfter(0, 100).map((event) => event.at);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(hall.now()).toBe(NINE_AT);
  });

  it('lets time bring what is due: the driver asks, nothing else does', async () => {
    await ask({ type: 'signIn', windowId: 'w1', staffNo: '1' });
    now = MONDAY_AT + 86_400_000;
    due?.();
    await vi.waitFor(() => expect(hall.health().businessDay).toBeNull(), { timeout: 20_000 });
    expect(hall.eventsAfter(0, 100).at(-1)).toMatchObject({
      type: 'DayClosed',
      cause: 'calendar',
      who: { kind: 'hall' },
    });
  });
});

describe('repeated requests', () => {
  it('get the first answer, in the same turn, later, and after a restart; a refusal is decided again', async () => {
    const [first, same] = await Promise.all([ask(ISSUE, ADMIN, 'request-a'), ask(ISSUE, ADMIN, 'request-a')]);
    expect(same).toEqual(first);
    hall.close();
    open();
    expect(await ask(ISSUE, ADMIN, 'request-a')).toEqual(first);
    expect(await ask({ ...ISSUE, queueId: 'qc' }, ADMIN, 'request-a')).toMatchObject({
      refusal: { code: 'requestIdReused' },
    });

    const call = { type: 'callNext', windowId: 'w3' } as const;
    expect(await ask(call, ADMIN, 'request-b')).toMatchObject({ refusal: { code: 'notSignedIn' } });
    await ask({ type: 'signIn', windowId: 'w3', staffNo: '3' });
    expect(await ask(call, ADMIN, 'request-b')).toMatchObject({ refusal: { code: 'queueEmpty' } });
  });
});

describe('acting for somebody', () => {
  it('is refused for somebody whom the configuration does not know', async () => {
    const actingFor = (whom: { terminalId: string } | { staffNo: string }): Principal => ({
      kind: 'admin',
      actingFor: whom,
    });
    expect(await ask(ISSUE, actingFor({ terminalId: 'nope' }))).toMatchObject({ refusal: { code: 'unknownTerminal' } });
    expect(await ask(ISSUE, actingFor({ staffNo: '99' }))).toMatchObject({ refusal: { code: 'unknownStaff' } });
    expect(await ask(ISSUE, actingFor({ terminalId: 'k1' }))).toMatchObject({ ok: true });
  });
});

describe('trouble', () => {
  it('an assertion in a rule is answered with internalError, writes nothing, and stops nobody else', async () => {
    const poison = { type: 'signIn', windowId: 'w1', staffNo: '1' } as const;
    const staff = vi.spyOn(Map.prototype, 'has').mockImplementationOnce(() => {
      throw new Error('a bug');
    });
    const [bad, good] = await Promise.all([ask(poison), ask(ISSUE)]);
    staff.mockRestore();
    expect(bad).toMatchObject({ ok: false, refusal: { code: 'internalError' } });
    expect(good).toMatchObject({ ok: true });
    expect(troubles).toHaveLength(1);
  });

  it('a full disk: everything of the turn is refused, views go on, and writing begins again by itself', async () => {
    journal.limitPages(1);
    const before = hall.health().seq;
    const answers = await Promise.all(Array.from({ length: 600 }, () => ask(ISSUE)));
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)))).toEqual(
      new Set(['storageFull']),
    );
    expect(hall.health()).toMatchObject({ isWriting: false, seq: before });
    expect(hall.view('kiosk/hall')).toMatchObject({ waiting: 0 });
    journal.limitPages(2 ** 30);
    await vi.waitFor(() => expect(hall.health().isWriting).toBe(true), { timeout: 10_000 });
    expect(await ask(ISSUE)).toMatchObject({ ok: true });
  });
});

describe('displays', () => {
  it('the first receipt makes a call seen, the others are counted; a live display guards against early 过号', async () => {
    const receipts: number[] = [];
    hall.onReceipts(({ displays }) => receipts.push(displays));
    await ask({ type: 'signIn', windowId: 'w1', staffNo: '1' });
    await ask(ISSUE);
    const called = await ask({ type: 'callNext', windowId: 'w1' });
    const callSeq =
      called.ok && 'ticket' in called.result && called.result.ticket !== null && 'callSeq' in called.result.ticket
        ? called.result.ticket.callSeq
        : 0;
    hall.displayConnected('d1');
    expect(await ask({ type: 'markMissed', windowId: 'w1' })).toMatchObject({ refusal: { code: 'callNotSeen' } });
    hall.painted('d1', callSeq);
    hall.painted('d1', callSeq);
    hall.painted('d2', callSeq);
    hall.painted('d2', 999_999);
    hall.painted('elsewhere', callSeq);
    hall.painted('unknown', callSeq);
    expect(receipts).toEqual([1, 2]);
    expect(hall.receiptsAt('w1')).toEqual({ callSeq, displays: 2 });
    expect(await ask({ type: 'markMissed', windowId: 'w1' })).toMatchObject({ ok: true });
    expect(hall.eventsAfter(0, 100).filter((event) => event.type === 'CallSeen')).toHaveLength(1);
  });
});
