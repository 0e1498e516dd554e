// Rules Q27 and Q28: reasons of a rating, free texts as surrogates, and what a tablet pad may do and see.
import { describe, expect, it } from 'vitest';
import { EVALUATION_REASONS } from '@jiaohao/contracts/evaluation-reasons';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import type { EngineCommand } from './decision.ts';
import { smallHall, TestingHall } from '../testing/testing-hall.ts';
import { clerkCalls, clerkStatus } from './views/clerk.ts';
import { padView } from './views/pad.ts';

const TABLET: Principal = { kind: 'terminal', terminalId: 'tablet-1' };
const COMMENT_REF = `c${'0'.repeat(24)}`;

function asked(): { hall: TestingHall; ticketId: number; evaluationId: number } {
  const hall = TestingHall.open();
  const base = smallHall();
  const tablet = { terminalId: 'tablet-1', role: 'pad', windowId: 'w1' } as const;
  const config = HallConfig.parse({ ...base, terminals: [...base.terminals, tablet] });
  hall.do({ type: 'configureHall', config, configHash: 'with-a-tablet' });
  const ticketId = hall.issue('qa');
  hall.callNext('w1');
  const { evaluation } = hall.do({ type: 'finishServing', windowId: 'w1' });
  return { hall, ticketId, evaluationId: evaluation?.evaluationId ?? 0 };
}

describe('reasons', () => {
  it('Q27 official ones of the level, each once, in the order of their codes', () => {
    const { hall, ticketId } = asked();
    hall.do({ type: 'recordEvaluation', ticketId, rating: 2, reasons: [214, 209, 214] }, TABLET);
    expect(hall.events.at(-1)).toMatchObject({ type: 'EvaluationRecorded', rating: 2, reasons: [209, 214] });
  });

  it('Q27 none at all is as good, and the event says nothing of them', () => {
    for (const reasons of [undefined, []]) {
      const { hall, ticketId } = asked();
      hall.do({ type: 'recordEvaluation', ticketId, rating: 1, ...(reasons === undefined ? {} : { reasons }) }, TABLET);
      expect(hall.events.at(-1)).not.toHaveProperty('reasons');
      expect(hall.events.at(-1)).not.toHaveProperty('commentRef');
    }
  });

  it('Q27 of another level, or none of ours, refuses the whole rating', () => {
    const { hall, ticketId } = asked();
    const own = EVALUATION_REASONS[1].map(({ code }) => code);
    for (const strange of [207, 510, 107, 116]) {
      const command: EngineCommand = { type: 'recordEvaluation', ticketId, rating: 1, reasons: [...own, strange] };
      expect(hall.refusal(command, TABLET)).toBe('reasonNotOfRating');
    }
    expect(hall.refusal({ type: 'recordEvaluation', ticketId, rating: 1, reasons: own }, TABLET)).toBeNull();
  });

  it('Q27 the event names a free text by its surrogate; a later day may still supplement', () => {
    const { hall, ticketId, evaluationId } = asked();
    hall.do({ type: 'lapseEvaluation', evaluationId }, TABLET);
    hall.do(
      { type: 'recordEvaluation', ticketId, evaluationId, rating: 2, reasons: [207], commentRef: COMMENT_REF },
      TABLET,
    );
    expect(hall.events.at(-1)).toMatchObject({ supplement: true, reasons: [207], commentRef: COMMENT_REF });
  });
});

describe('a tablet pad', () => {
  it('Q28 lapses as skipped or by time, and rates nobody else’s window', () => {
    const skipping = asked();
    skipping.hall.do({ type: 'lapseEvaluation', evaluationId: skipping.evaluationId, reason: 'skipped' }, TABLET);
    expect(skipping.hall.events.at(-1)).toMatchObject({ type: 'EvaluationLapsed', reason: 'skipped' });
    const waiting = asked();
    waiting.hall.do({ type: 'lapseEvaluation', evaluationId: waiting.evaluationId }, TABLET);
    expect(waiting.hall.events.at(-1)).toMatchObject({ reason: 'timeout' });
    const elsewhere = waiting.hall.issue('qa');
    waiting.hall.callNext('w2');
    waiting.hall.do({ type: 'finishServing', windowId: 'w2' });
    expect(waiting.hall.refusal({ type: 'recordEvaluation', ticketId: elsewhere, rating: 5 }, TABLET)).toBe(
      'notYourWindow',
    );
  });

  it('Q28 does none of a clerk’s work, also when an administrator acts for it', () => {
    const { hall } = asked();
    hall.issue('qa');
    const admin: Principal = { kind: 'admin', actingFor: { terminalId: 'tablet-1' } };
    for (const who of [TABLET, admin]) {
      expect(hall.refusal({ type: 'callNext', windowId: 'w1', isWatched: false }, who)).toBe('notYourWindow');
      expect(hall.refusal({ type: 'requestEvaluation', windowId: 'w1' }, who)).toBe('notYourWindow');
    }
  });

  it('Q28 sees who served and until when, and after the rating nothing of it; nor does the clerk', () => {
    const { hall, ticketId, evaluationId } = asked();
    const { evaluationTimeoutMs, evaluationSupplementMs } = smallHall().policies;
    const requestedAt = hall.now;
    const lapsesAt = requestedAt + evaluationTimeoutMs;
    expect(padView(hall.state, 'w1')).toEqual({
      seq: hall.state.seq,
      windowId: 'w1',
      windowLabel: '1',
      hallName: { zh: 'Test', en: 'Test' },
      services: [
        { zh: 'QA', en: 'QA' },
        { zh: 'QC', en: 'QC' },
      ],
      staffNo: '1',
      staffName: 'Clerk 1',
      phase: 'free',
      evaluationDue: {
        ...{ evaluationId, ticketId, ticketNumber: 'A001', staffNo: '1', requestedAt, lapsesAt, asking: 1 },
        acceptedUntilAt: lapsesAt + evaluationSupplementMs,
      },
    });
    const reasons = { reasons: [108], commentRef: COMMENT_REF };
    hall.do({ type: 'recordEvaluation', ticketId, rating: 1, ...reasons }, TABLET);
    expect(padView(hall.state, 'w1')?.evaluationDue).toBeNull();
    const shown = JSON.stringify([
      padView(hall.state, 'w1'),
      clerkCalls(hall.state, 'w1'),
      clerkStatus(hall.state, 'w1'),
    ]);
    expect(shown).not.toMatch(/rating|reason(?!")|comment|108/i);
  });

  it('Q28 after another clerk signed in, the evaluation is still of the one who served', () => {
    const { hall } = asked();
    hall.do({ type: 'signOut', windowId: 'w1' });
    expect(padView(hall.state, 'w1')).toMatchObject({
      staffNo: null,
      phase: 'closed',
      evaluationDue: { staffNo: '1' },
    });
    expect(padView(hall.state, 'nowhere')).toBeNull();
  });
});
