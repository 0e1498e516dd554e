// What may be pressed, what the filled button will do, when the bar asks for a look, and which press counts.
import { describe, expect, it } from 'vitest';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { actionReasons, callNextEffect } from './button-rule.ts';
import { commandFor, mayBeAnsweredByKey, questionBefore, stillOpen } from './caller-questions.ts';
import { isFlashing } from './flash-rule.ts';
import { DOUBLE_PRESS_MS, judgePress, type Asked } from './press-guard.ts';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';

const situation = (calls: ClerkCalls, isDayOpen = true, isLinkUp = true) => ({ calls, isDayOpen, isLinkUp });
const FREE = sampleCalls({ phase: 'free', ticket: null });
const NOBODY = { ...FREE, next: null };
const PAUSED: ClerkCalls = { ...FREE, phase: 'paused', pauseReason: 'meal' };

describe('actionReasons', () => {
  it.each([
    ['served', sampleCalls(), { callNext: null, recall: 'alreadyServing', pauseOrResume: null }],
    [
      'called',
      sampleCalls({ ticket: CALLED_TICKET }),
      { callNext: null, recall: null, markMissed: null, startServing: null },
    ],
    ['free', FREE, { callNext: null, recall: 'noOpenTicket', markMissed: 'noOpenTicket' }],
    ['nobody waits', NOBODY, { callNext: 'queueEmpty', pauseOrResume: null }],
    ['one open, nobody waits', sampleCalls({ next: null }), { callNext: null }],
    ['paused', PAUSED, { callNext: 'windowPaused', pauseOrResume: null }],
  ])('%s', (_name, calls, reasons) => {
    expect(actionReasons(situation(calls))).toMatchObject(reasons);
  });

  it('nothing is possible without the hall, or on a closed day', () => {
    expect(new Set(Object.values(actionReasons(situation(FREE, true, false))))).toEqual(new Set(['linkLost']));
    expect(new Set(Object.values(actionReasons(situation(FREE, false))))).toEqual(new Set(['dayNotOpen']));
  });
});

describe('callNextEffect', () => {
  const calls = { ticketNumber: 'A017', isPriority: true };
  it('finishes and calls; only one of them where there is only one', () => {
    expect(callNextEffect(sampleCalls())).toEqual({ closes: { how: 'finish', ticketNumber: 'A012' }, calls });
    expect(callNextEffect(sampleCalls({ next: null }))).toMatchObject({ closes: { how: 'finish' }, calls: null });
    expect(callNextEffect(FREE)).toEqual({ closes: null, calls });
  });

  it('passes over who was only called where the hall wants the start pressed', () => {
    const called = sampleCalls({ ticket: CALLED_TICKET });
    expect(callNextEffect(called).closes?.how).toBe('finish');
    expect(callNextEffect({ ...called, startServing: 'byKey' }).closes?.how).toBe('miss');
    expect(callNextEffect(sampleCalls({ startServing: 'byKey' })).closes?.how).toBe('finish');
  });
});

it('asks the hall about the ticket that the presser saw', () => {
  expect(commandFor('callNext', 12)).toEqual({ type: 'callNext', openTicketId: 12 });
  expect(commandFor('callNext', null)).toEqual({ type: 'callNext', openTicketId: null });
  expect(commandFor('pauseOrResume', 12)).toEqual({ type: 'resumeWindow' });
});

it('asks for a look only while somebody waits and the window could call them', () => {
  expect(isFlashing(situation(FREE))).toBe(true);
  for (const calls of [sampleCalls(), sampleCalls({ ticket: CALLED_TICKET }), NOBODY, PAUSED])
    expect(isFlashing(situation(calls))).toBe(false);
  expect(isFlashing(situation(FREE, false))).toBe(false);
  expect(isFlashing(situation(FREE, true, false))).toBe(false);
});

describe('judgePress', () => {
  const asked: Asked = { control: 'callNext', requestId: 'one', askedAt: 1_000, isUnanswered: false };
  const press = (control: Asked['control'], requestId: string, now: number, before: Asked | null = asked) =>
    judgePress(before, { control, requestId }, now);

  it('asks first, and again when the bounce is over', () => {
    expect(press('callNext', 'one', 1_000, null)).toBe('ask');
    expect(press('callNext', 'two', 1_000 + DOUBLE_PRESS_MS - 1)).toBe('bounce');
    expect(press('callNext', 'two', 1_000 + DOUBLE_PRESS_MS)).toBe('ask');
  });

  it('obeys another control at once, never the same press twice', () => {
    expect(press('recall', 'two', 1_001)).toBe('ask');
    expect(press('recall', 'one', 99_000)).toBe('bounce');
  });

  it('has one request in flight', () => {
    const unanswered = { ...asked, isUnanswered: true };
    expect(press('recall', 'two', 99_000, unanswered)).toBe('wait');
    expect(press('callNext', 'two', 99_000, unanswered)).toBe('wait');
  });
});

describe('questions', () => {
  const called = sampleCalls({ ticket: CALLED_TICKET });
  const missed = questionBefore('markMissed', called, 0);

  it('come before 过号 and before pausing, not before resuming', () => {
    expect(missed).toMatchObject({ action: 'markMissed', ticketId: 12 });
    expect(questionBefore('pauseOrResume', FREE, 0)).not.toBeNull();
    expect(questionBefore('pauseOrResume', PAUSED, 0)).toBeNull();
    expect(questionBefore('callNext', called, 0)).toBeNull();
  });

  it('are about one ticket, and gone with it', () => {
    if (missed === null) throw new Error('no question');
    expect(stillOpen(missed, situation(called))).toBe(true);
    expect(stillOpen(missed, situation(sampleCalls({ ticket: { ...CALLED_TICKET, ticketId: 13 } })))).toBe(false);
    expect(stillOpen(missed, situation(sampleCalls()))).toBe(false);
    expect(stillOpen(missed, situation(called, true, false))).toBe(false);
  });

  it('are answered by their key neither by a bounce nor much later', () => {
    if (missed === null) throw new Error('no question');
    expect([599, 600, 10_000, 10_001].map((now) => mayBeAnsweredByKey(missed, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
