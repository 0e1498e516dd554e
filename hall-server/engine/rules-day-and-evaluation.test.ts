// Rules Q1 to Q4, Q18, Q19, Q22, Q23: the day, who acts, evaluation.
import { describe, expect, it } from 'vitest';
import { clerkCalls } from './views/clerk.ts';
import { nextDueAt } from './commands/advance-time.ts';
import { decide } from './decide.ts';
import { ADMIN, MONDAY_AT, TestingHall } from '../testing/testing-hall.ts';

const MINUTE_MS = 60_000;
const CLERK_1 = { kind: 'clerk', staffNo: '1' } as const;
const PAD_1 = { kind: 'terminal', terminalId: 't1' } as const;
const PAD_2 = { kind: 'terminal', terminalId: 't2' } as const;

function served(hall: TestingHall): { ticketId: number; evaluationId: number } {
  const ticketId = hall.issue('qa');
  hall.callNext('w1');
  const { evaluation } = hall.do({ type: 'finishServing', windowId: 'w1' });
  return { ticketId, evaluationId: evaluation?.evaluationId ?? 0 };
}

describe('the day', () => {
  it('Q1 one day at a time, never reopened', () => {
    const hall = TestingHall.open();
    expect(hall.refusal({ type: 'openDay' })).toBe('dayAlreadyOpen');
    hall.do({ type: 'closeDay' });
    expect(hall.refusal({ type: 'openDay' })).toBe('dayAlreadyClosed');
    expect(hall.refusal({ type: 'closeDay' })).toBe('dayNotOpen');
    hall.now += 86_400_000;
    expect(hall.do({ type: 'openDay' })).toEqual({ businessDay: '2026-11-24' });
    hall.do({ type: 'closeDay' });
    hall.now -= 86_400_000;
    expect(hall.refusal({ type: 'openDay' })).toBe('dayAlreadyClosed');
  });

  it('Q1 the calendar opens a day with hours and leaves one without', () => {
    const hall = new TestingHall();
    hall.do({ type: 'advanceTime' });
    expect(hall.state.day).toEqual({ businessDay: '2026-11-23', isOpen: true, cause: 'calendar' });
    hall.now += 86_400_000;
    hall.do({ type: 'advanceTime' });
    expect(hall.state.day?.isOpen).toBe(false);
    const seq = hall.state.seq;
    hall.do({ type: 'advanceTime' });
    expect(hall.state.seq).toBe(seq);
  });

  it('Q2 at closing every ticket expires with its state, evaluations lapse, clerks are signed out', () => {
    const hall = TestingHall.open();
    const { evaluationId } = served(hall);
    const waiting = hall.issue('qa');
    const called = hall.issue('qc');
    hall.callNext('w2');
    hall.callNext('w1');
    const seq = hall.state.seq;
    expect(hall.do({ type: 'closeDay' })).toMatchObject({ expiredTickets: 2 });
    expect(hall.typesSince(seq).filter((type) => type === 'ClerkSignedOut')).toHaveLength(3);
    expect(hall.events).toContainEqual(
      expect.objectContaining({ type: 'TicketExpired', ticketId: waiting, from: 'called' }),
    );
    expect(hall.events).toContainEqual(
      expect.objectContaining({ type: 'TicketExpired', ticketId: called, from: 'called' }),
    );
    expect(hall.state.evaluations.get(evaluationId)?.state).toBe('lapsed');
  });

  it('Q2 numbers are issued within the hours of the weekday; serving goes on after', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    hall.now = MONDAY_AT + (17 * 60 + 30) * MINUTE_MS;
    hall.do({ type: 'advanceTime' });
    expect(() => hall.issue('qa')).toThrow('ticketingClosed');
    expect(hall.callNext('w1')).not.toBeNull();
  });

  it('Q2 a day of the calendar whose hours are emptied issues no more numbers; one opened by hand does', () => {
    const hall = new TestingHall();
    hall.do({ type: 'advanceTime' });
    const decision = decide(
      hall.state,
      { type: 'advanceTime' },
      { who: ADMIN, now: hall.now, today: { ...hall.today, ticketing: [] } },
    );
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'TicketingClosed' }] });
    const byHand = new TestingHall();
    byHand.now += 86_400_000;
    byHand.do({ type: 'openDay' });
    expect(byHand.state.isTicketing).toBe(true);
  });

  it('Q2 knows when time brings something next', () => {
    const hall = new TestingHall();
    hall.now = MONDAY_AT + 60 * MINUTE_MS;
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBe(hall.now);
    hall.do({ type: 'advanceTime' });
    expect(hall.state.isTicketing).toBe(false);
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBe(MONDAY_AT + 510 * MINUTE_MS);
    hall.now = MONDAY_AT + 510 * MINUTE_MS;
    hall.do({ type: 'advanceTime' });
    expect(hall.state.isTicketing).toBe(true);
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBe(MONDAY_AT + 1050 * MINUTE_MS);
    hall.now = MONDAY_AT + 1050 * MINUTE_MS;
    hall.do({ type: 'advanceTime' });
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBe(MONDAY_AT + 1440 * MINUTE_MS);
  });

  it('before a configuration nothing works and nothing is due', () => {
    const hall = new TestingHall();
    hall.state.config = null;
    expect(hall.refusal({ type: 'openDay' })).toBe('hallNotConfigured');
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBeNull();
  });
});

describe('who acts', () => {
  it('Q4 one clerk a window, one window a clerk', () => {
    const hall = TestingHall.open();
    expect(hall.refusal({ type: 'signIn', windowId: 'w2', staffNo: '1' })).toBe('windowTaken');
    expect(hall.refusal({ type: 'signIn', windowId: 'w9', staffNo: '1' })).toBe('unknownWindow');
    expect(hall.refusal({ type: 'signIn', windowId: 'w1', staffNo: '9' })).toBe('unknownStaff');
    expect(hall.refusal({ type: 'signIn', windowId: 'w1', staffNo: '2' }, CLERK_1)).toBe('notYourWindow');
    hall.do({ type: 'signOut', windowId: 'w2' });
    hall.do({ type: 'signIn', windowId: 'w2', staffNo: '1' });
    expect(hall.state.windows.get('w1')?.staffNo).toBeNull();
    hall.issue('qa');
    hall.callNext('w2');
    expect(hall.refusal({ type: 'signIn', windowId: 'w1', staffNo: '1' })).toBe('openTicketElsewhere');
    expect(hall.refusal({ type: 'signOut', windowId: 'w2' })).toBe('windowHasOpenTicket');
  });

  it('Q3 Q4 a clerk works at his own window only; an administrator acting for him likewise', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    const call = (windowId: string) => ({ type: 'callNext', windowId, isWatched: false }) as const;
    expect(hall.refusal(call('w2'), CLERK_1)).toBe('notYourWindow');
    expect(hall.refusal(call('w2'), { kind: 'admin', actingFor: { staffNo: '1' } })).toBe('notYourWindow');
    expect(hall.refusal(call('w1'), CLERK_1)).toBeNull();
    hall.do({ type: 'signOut', windowId: 'w1' });
    expect(hall.refusal(call('w1'), CLERK_1)).toBe('notSignedIn');
    hall.do(call('w2'), { kind: 'admin', actingFor: { staffNo: '2' } });
    expect(hall.events.at(-1)?.who).toEqual({ kind: 'admin', actingFor: { staffNo: '2' } });
  });
});

describe('terminals at windows', () => {
  it('Q4 only the window’s own terminal works there', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    const call = { type: 'callNext', windowId: 'w1', isWatched: false } as const;
    expect(hall.refusal(call, { kind: 'admin', actingFor: { terminalId: 'k1' } })).toBe('notYourWindow');
    expect(hall.refusal(call, PAD_2)).toBe('notYourWindow');
    expect(hall.refusal(call, PAD_1)).toBeNull();
    expect(hall.refusal({ type: 'signIn', windowId: 'w1', staffNo: '1' }, PAD_1)).toBe('notYourWindow');
  });
});

describe('evaluation', () => {
  const record = (ticketId: number, rating: 1 | 5, evaluationId?: number) =>
    ({ type: 'recordEvaluation', ticketId, rating, ...(evaluationId === undefined ? {} : { evaluationId }) }) as const;

  it('Q18 finishing asks; the pad answers once; the answer is not changed', () => {
    const hall = TestingHall.open();
    const { ticketId, evaluationId } = served(hall);
    hall.do(record(ticketId, 1, evaluationId), PAD_1);
    expect(hall.events.at(-1)).toMatchObject({
      type: 'EvaluationRecorded',
      rating: 1,
      supplement: false,
      onBehalf: false,
    });
    expect(hall.refusal(record(ticketId, 5, evaluationId), PAD_1)).toBe('alreadyEvaluated');
    expect(hall.refusal({ type: 'requestEvaluation', windowId: 'w1' })).toBe('alreadyEvaluated');
  });

  it('Q18 asked during the serving is not asked again at the end', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.callNext('w1');
    expect(hall.refusal({ type: 'requestEvaluation', windowId: 'w1' })).toBe('notServing');
    hall.do({ type: 'startServing', windowId: 'w1' });
    const early = hall.do({ type: 'requestEvaluation', windowId: 'w1' }).evaluation;
    expect(hall.do({ type: 'finishServing', windowId: 'w1' }).evaluation).toEqual(early);
    hall.do(record(ticketId, 5), PAD_1);
    expect(hall.events.filter((event) => event.type === 'EvaluationRequested')).toHaveLength(1);
  });

  it('Q18 asks once more after a lapse, as the same evaluation', () => {
    const hall = TestingHall.open();
    const { evaluationId } = served(hall);
    hall.do({ type: 'lapseEvaluation', evaluationId }, PAD_1);
    expect(hall.refusal({ type: 'lapseEvaluation', evaluationId }, PAD_1)).toBe('evaluationNotRequested');
    expect(hall.do({ type: 'requestEvaluation', windowId: 'w1' }).evaluation.evaluationId).toBe(evaluationId);
    expect(hall.events.at(-1)).toMatchObject({ type: 'EvaluationRequested', asking: 2 });
    // A lapse of the first asking that comes late ends nothing.
    const lapse = (asking: number) => ({ type: 'lapseEvaluation', evaluationId, asking }) as const;
    expect(hall.refusal(lapse(1), PAD_1)).toBe('evaluationNotRequested');
    expect(hall.refusal(lapse(2), PAD_1)).toBeNull();
  });

  it('Q18 stays the evaluation of the clerk who served; a successor has nothing to ask for', () => {
    const hall = TestingHall.open();
    const { evaluationId } = served(hall);
    hall.do({ type: 'lapseEvaluation', evaluationId });
    hall.do({ type: 'signOut', windowId: 'w1' });
    hall.do({ type: 'signIn', windowId: 'w1', staffNo: '2' });
    expect(hall.refusal({ type: 'requestEvaluation', windowId: 'w1' })).toBe('nothingToEvaluate');
    expect(clerkCalls(hall.state, 'w1')?.evaluation).toBeNull();
    hall.do(record(hall.state.evaluations.get(evaluationId)?.ticketId ?? 0, 1), PAD_1);
    expect(hall.state.figures.get('2')).toBeUndefined();
    expect(hall.state.figures.get('1')).toMatchObject({ evaluationsRecorded: 1 });
  });

  it('Q19 a new request lapses the one before', () => {
    const hall = TestingHall.open();
    const first = served(hall);
    served(hall);
    expect(hall.state.evaluations.get(first.evaluationId)?.state).toBe('lapsed');
    expect(hall.events).toContainEqual(expect.objectContaining({ type: 'EvaluationLapsed', reason: 'superseded' }));
  });

  it('Q22 only the own window terminal answers; an administrator answers on behalf', () => {
    const hall = TestingHall.open();
    const { ticketId, evaluationId } = served(hall);
    expect(hall.refusal(record(ticketId, 5), PAD_2)).toBe('notYourWindow');
    expect(hall.refusal(record(ticketId, 5), CLERK_1)).toBe('notYourWindow');
    expect(hall.refusal({ type: 'lapseEvaluation', evaluationId }, PAD_2)).toBe('notYourWindow');
    hall.do(record(ticketId, 5));
    expect(hall.events.at(-1)).toMatchObject({ onBehalf: true });
    expect(hall.state.figures.get('1')).toMatchObject({ evaluationsRequested: 1, evaluationsRecorded: 0 });
  });

  it('Q22 names what is not there', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    expect(hall.refusal(record(ticketId, 5))).toBe('nothingToEvaluate');
    expect(hall.refusal(record(999, 5))).toBe('unknownTicket');
    expect(hall.refusal(record(ticketId, 5, 999))).toBe('unknownEvaluation');
    expect(hall.refusal({ type: 'lapseEvaluation', evaluationId: 999 })).toBe('unknownEvaluation');
    expect(hall.refusal({ type: 'requestEvaluation', windowId: 'w1' })).toBe('nothingToEvaluate');
  });

  it('Q23 lapses by the hall after the time-out and its grace; may be supplemented in time, also the next day', () => {
    const hall = TestingHall.open();
    const { ticketId, evaluationId } = served(hall);
    hall.now += 69_999;
    hall.do({ type: 'advanceTime' });
    expect(hall.state.evaluations.get(evaluationId)?.state).toBe('requested');
    expect(nextDueAt(hall.state, hall.today, hall.now)).toBe(hall.now + 1);
    hall.now += 1;
    hall.do({ type: 'advanceTime' });
    expect(hall.state.evaluations.get(evaluationId)?.state).toBe('lapsed');
    hall.do({ type: 'closeDay' });
    hall.now = MONDAY_AT + 86_400_000 + 60_000;
    hall.do({ type: 'openDay' });
    hall.do(record(ticketId, 5), PAD_1);
    expect(hall.events.at(-1)).toMatchObject({ type: 'EvaluationRecorded', supplement: true });
  });

  it('Q23 refuses a supplement that comes too late', () => {
    const hall = TestingHall.open({ policies: { evaluationSupplementMs: 1_000 } });
    const { ticketId, evaluationId } = served(hall);
    hall.do({ type: 'lapseEvaluation', evaluationId });
    hall.now += 1_001;
    expect(hall.refusal(record(ticketId, 1))).toBe('evaluationExpired');
    const pressed = { ...record(ticketId, 1), ratedAt: hall.now };
    expect(hall.refusal(pressed)).toBe('evaluationExpired');
    expect(hall.refusal({ ...pressed, ratedAt: hall.now + 60_000 })).toBe('evaluationExpired');
  });

  it('Q23 a rating given in time and told late is taken, also days after, and marked as a supplement', () => {
    const hall = TestingHall.open();
    const { ticketId, evaluationId } = served(hall);
    const ratedAt = hall.now + 5_000;
    hall.now += 70_000;
    hall.do({ type: 'advanceTime' });
    hall.do({ type: 'closeDay' });
    hall.now += 60 * 3_600_000;
    hall.do({ type: 'openDay' });
    expect(hall.refusal(record(ticketId, 1, evaluationId), PAD_1)).toBe('evaluationExpired');
    hall.do({ ...record(ticketId, 1, evaluationId), ratedAt }, PAD_1);
    expect(hall.events.at(-1)).toMatchObject({ type: 'EvaluationRecorded', rating: 1, supplement: true });
    expect(hall.events.at(-1)).toHaveProperty('ratedAt');
  });
});
