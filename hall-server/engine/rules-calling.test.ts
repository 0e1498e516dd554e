// Rules Q9 to Q15 and Q31: calling, closing, order, missed, requeue.
import { describe, expect, it } from 'vitest';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import { TestingHall } from '../testing/testing-hall.ts';

const BY_KEY: Partial<HallConfigInput> = { policies: { startServing: 'byKey' } };
const ordinary = null;
const old = (ref: string) => ({ ref, age: 75 });

describe('calling', () => {
  it('Q9 recall is a new call of the same ticket; a ticket being served cannot be recalled, started again or missed', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    const first = hall.do({ type: 'callNext', windowId: 'w1', isWatched: true }).ticket;
    hall.do({ type: 'seeCall', callSeq: first?.callSeq ?? 0, displayId: 'd1' });
    const second = hall.do({ type: 'recall', windowId: 'w1' }).ticket;
    expect(second).toMatchObject({ ticketId, callCount: 2 });
    expect(second.callSeq).toBeGreaterThan(first?.callSeq ?? 0);
    expect(hall.state.tickets.get(ticketId)).toMatchObject({ state: 'called', isSeen: false });
    hall.do({ type: 'startServing', windowId: 'w1' });
    for (const type of ['recall', 'startServing'] as const)
      expect(hall.refusal({ type, windowId: 'w1' })).toBe('alreadyServing');
    expect(hall.refusal({ type: 'markMissed', windowId: 'w1', isWatched: false })).toBe('alreadyServing');
  });

  it('Q10 inferred: one key closes and calls, the start is put at the last call', () => {
    const hall = TestingHall.open();
    const [first, second] = [hall.issue('qa'), hall.issue('qa')];
    hall.callNext('w1');
    hall.now += 5_000;
    hall.do({ type: 'recall', windowId: 'w1' });
    const recalledAt = hall.now;
    hall.now += 60_000;
    const seq = hall.state.seq;
    expect(hall.callNext('w1')).toBe(second);
    expect(hall.typesSince(seq)).toEqual(['ServingStarted', 'ServingFinished', 'EvaluationRequested', 'TicketCalled']);
    expect(hall.events.find((event) => event.type === 'ServingStarted')).toMatchObject({
      ticketId: first,
      startedAt: recalledAt,
      inferred: true,
    });
    expect(hall.events.find((event) => event.type === 'ServingFinished')).toMatchObject({ servingMs: 60_000 });
  });

  it('Q10 byKey: an unstarted ticket becomes missed if Q14 allows, else the call is refused', () => {
    const hall = TestingHall.open(BY_KEY);
    const first = hall.issue('qa');
    hall.issue('qa');
    hall.callNext('w1', true);
    expect(hall.refusal({ type: 'callNext', windowId: 'w1', isWatched: true })).toBe('callNotSeen');
    hall.now += 30_000;
    hall.callNext('w1', true);
    expect(hall.stateOf(first)).toBe('missed');
    expect(hall.refusal({ type: 'finishServing', windowId: 'w1' })).toBe('notServing');
  });

  it('Q10 nobody waiting: closes what is open and answers no ticket, then queueEmpty', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.callNext('w1');
    expect(hall.callNext('w1')).toBeNull();
    expect(hall.stateOf(ticketId)).toBe('finished');
    expect(hall.refusal({ type: 'callNext', windowId: 'w1', isWatched: false })).toBe('queueEmpty');
  });

  it('Q10 two windows pressing together get two tickets, or one of them none', () => {
    const hall = TestingHall.open();
    const only = hall.issue('qa');
    expect(hall.callNext('w1')).toBe(only);
    expect(hall.refusal({ type: 'callNext', windowId: 'w2', isWatched: false })).toBe('queueEmpty');
  });

  it('Q31 two keys pressed for one window about the same ticket: one is carried out, nobody just called is finished', () => {
    const hall = TestingHall.open();
    const [first, second] = [hall.issue('qa'), hall.issue('qa')];
    const press = (openTicketId: number | null) =>
      ({ type: 'callNext', windowId: 'w1', isWatched: false, openTicketId }) as const;
    expect(hall.do(press(null)).ticket?.ticketId).toBe(first);
    expect(hall.refusal(press(null))).toBe('ticketChanged');
    expect(hall.stateOf(first)).toBe('called');
    expect(hall.do(press(first)).ticket?.ticketId).toBe(second);
    expect(hall.refusal(press(first))).toBe('ticketChanged');
    expect(hall.stateOf(second)).toBe('called');
  });

  it('Q31 every key about the open ticket; without the field, or with nothing open any more, as ever', () => {
    const hall = TestingHall.open();
    const [first, second] = [hall.issue('qa'), hall.issue('qa')];
    hall.callNext('w1');
    hall.callNext('w1');
    const stale = { windowId: 'w1', openTicketId: first } as const;
    expect(hall.refusal({ type: 'markMissed', isWatched: false, ...stale })).toBe('ticketChanged');
    for (const type of ['recall', 'startServing', 'finishServing'] as const)
      expect(hall.refusal({ type, ...stale })).toBe('ticketChanged');
    expect(hall.stateOf(second)).toBe('called');
    hall.do({ type: 'finishServing', windowId: 'w1' });
    const third = hall.issue('qa');
    const about = { type: 'callNext', windowId: 'w1', isWatched: false, openTicketId: second } as const;
    expect(hall.do(about).ticket?.ticketId).toBe(third);
  });

  it('Q13 a paused window does not call, and keeps what is open', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.callNext('w1');
    hall.do({ type: 'pauseWindow', windowId: 'w1', reason: 'meal' });
    expect(hall.refusal({ type: 'callNext', windowId: 'w1', isWatched: false })).toBe('windowPaused');
    expect(hall.refusal({ type: 'pauseWindow', windowId: 'w1', reason: 'meal' })).toBe('windowPaused');
    hall.do({ type: 'finishServing', windowId: 'w1' });
    expect(hall.stateOf(ticketId)).toBe('finished');
    hall.do({ type: 'resumeWindow', windowId: 'w1' });
    expect(hall.refusal({ type: 'resumeWindow', windowId: 'w1' })).toBe('windowNotPaused');
  });
});

describe('order', () => {
  it('Q11 takes the longest-waiting head over all queues of the window, priority first', () => {
    const hall = TestingHall.open();
    const c1 = hall.issue('qc');
    const a1 = hall.issue('qa');
    const p1 = hall.issue('qa', old('a'));
    expect([hall.callNext('w1'), hall.callNext('w1'), hall.callNext('w1')]).toEqual([p1, c1, a1]);
  });

  it('Q12 never more than two priority calls in a row while ordinary tickets wait', () => {
    const hall = TestingHall.open();
    const o = [hall.issue('qa', ordinary), hall.issue('qa', ordinary)];
    const p = ['a', 'b', 'c', 'd', 'e'].map((ref) => hall.issue('qa', old(ref)));
    const order = Array.from({ length: 7 }, () => hall.callNext('w1'));
    expect(order).toEqual([p[0], p[1], o[0], p[2], p[3], o[1], p[4]]);
  });

  it('Q12 priority calls while nobody ordinary waits do not count', () => {
    const hall = TestingHall.open();
    const p = ['a', 'b', 'c', 'd'].map((ref) => hall.issue('qa', old(ref)));
    expect([hall.callNext('w1'), hall.callNext('w1')]).toEqual([p[0], p[1]]);
    const o = hall.issue('qa');
    expect([hall.callNext('w1'), hall.callNext('w1'), hall.callNext('w1')]).toEqual([p[2], p[3], o]);
  });

  it('Q15 a requeued ticket goes directly behind the third waiting of its queue and class', () => {
    const hall = TestingHall.open();
    const [a1, a2, a3, a4, a5] = Array.from({ length: 5 }, () => hall.issue('qa'));
    hall.callNext('w2');
    hall.do({ type: 'markMissed', windowId: 'w2', isWatched: false });
    expect(hall.do({ type: 'requeueTicket', ticketId: a1 ?? 0 })).toMatchObject({ peopleAhead: 3 });
    expect(Array.from({ length: 5 }, () => hall.callNext('w2'))).toEqual([a2, a3, a4, a1, a5]);
    expect(hall.refusal({ type: 'requeueTicket', ticketId: a1 ?? 0 })).toBe('notMissed');
  });

  it('Q15 with fewer than three waiting it goes to the end, behind those of other queues who came before', () => {
    const hall = TestingHall.open();
    const a1 = hall.issue('qa');
    hall.callNext('w1');
    hall.do({ type: 'markMissed', windowId: 'w1', isWatched: false });
    const c1 = hall.issue('qc');
    hall.do({ type: 'requeueTicket', ticketId: a1 });
    expect([hall.callNext('w1'), hall.callNext('w1')]).toEqual([c1, a1]);
  });

  it('Q15 only a clerk whose window calls from that queue requeues', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qc');
    hall.callNext('w1');
    hall.do({ type: 'markMissed', windowId: 'w1', isWatched: false });
    expect(hall.refusal({ type: 'requeueTicket', ticketId }, { kind: 'clerk', staffNo: '2' })).toBe('notYourWindow');
    expect(hall.refusal({ type: 'requeueTicket', ticketId }, { kind: 'clerk', staffNo: '1' })).toBeNull();
  });
});

describe('missed', () => {
  const miss = (isWatched: boolean) => ({ type: 'markMissed', windowId: 'w1', isWatched }) as const;

  it('Q14 a young call that a live display has not shown cannot be missed', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    const callSeq = hall.do({ type: 'callNext', windowId: 'w1', isWatched: true }).ticket?.callSeq ?? 0;
    expect(hall.refusal(miss(true))).toBe('callNotSeen');
    expect(hall.refusal(miss(false))).toBeNull();
    hall.now += 29_999;
    expect(hall.refusal(miss(true))).toBe('callNotSeen');
    hall.now += 1;
    expect(hall.refusal(miss(true))).toBeNull();
    hall.now -= 20_000;
    hall.do({ type: 'seeCall', callSeq, displayId: 'd1' });
    hall.do(miss(true));
    expect(hall.events.at(-1)).toMatchObject({ type: 'TicketMissed', seen: true });
  });

  it('Q14 records that nobody had seen it; a second receipt of a call is no event', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    const callSeq = hall.do({ type: 'callNext', windowId: 'w1', isWatched: false }).ticket?.callSeq ?? 0;
    hall.do({ type: 'seeCall', callSeq, displayId: 'd1' });
    const seq = hall.state.seq;
    hall.do({ type: 'seeCall', callSeq, displayId: 'd2' });
    hall.do({ type: 'seeCall', callSeq: 1, displayId: 'd2' });
    expect(hall.state.seq).toBe(seq);
    hall.issue('qa');
    hall.callNext('w2');
    hall.do({ type: 'markMissed', windowId: 'w2', isWatched: false });
    expect(hall.events.at(-1)).toMatchObject({ type: 'TicketMissed', seen: false });
  });
});
