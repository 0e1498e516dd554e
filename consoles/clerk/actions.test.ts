// What is possible in which state, and the words that say why not.
import { describe, expect, it } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { actionReasons, groupReasons, labelOf } from './actions.ts';
import type { ActionName } from './keys.ts';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';

function possible(calls: ClerkCalls, isDayOpen = true, isLinkUp = true): ActionName[] {
  const reasons = actionReasons({ calls, isDayOpen, isLinkUp });
  return (Object.keys(reasons) as ActionName[]).filter((action) => reasons[action] === null).sort();
}

const FREE = sampleCalls({ phase: 'free', ticket: null });
const asked = (ticketNumber: string, state: 'requested' | 'recorded' | 'lapsed') => ({
  evaluationId: 1,
  ticketNumber,
  state,
  requestedAt: 0,
});

describe('actionReasons', () => {
  it('lets a served ticket be finished, rated and followed, not recalled or marked missed', () => {
    expect(possible(sampleCalls())).toEqual(['callNext', 'finishServing', 'pauseOrResume', 'requestEvaluation']);
    expect(actionReasons({ calls: sampleCalls(), isDayOpen: true, isLinkUp: true }).recall).toBe(
      REFUSAL_TEXTS.alreadyServing,
    );
  });

  it('lets a called ticket be recalled, missed, started and finished, not rated', () => {
    const calls = sampleCalls({ phase: 'called', ticket: CALLED_TICKET });
    expect(possible(calls)).toEqual([
      'callNext',
      'finishServing',
      'markMissed',
      'pauseOrResume',
      'recall',
      'startServing',
    ]);
  });

  it('finishes a called ticket only after 开始办理 where the hall wants it pressed', () => {
    const called = sampleCalls({ phase: 'called', ticket: CALLED_TICKET, startServing: 'byKey' });
    expect(possible(called)).toEqual(['callNext', 'markMissed', 'pauseOrResume', 'recall', 'startServing']);
    expect(actionReasons({ calls: called, isDayOpen: true, isLinkUp: true }).finishServing?.zh).toBe('先按 开始办理');
    expect(possible(sampleCalls({ startServing: 'byKey' }))).toContain('finishServing');
  });

  it('leaves callNext and pausing to a free window, only pausing when nobody waits', () => {
    expect(possible(FREE)).toEqual(['callNext', 'pauseOrResume']);
    const alone = { ...FREE, next: null };
    expect(possible(alone)).toEqual(['pauseOrResume']);
    expect(actionReasons({ calls: alone, isDayOpen: true, isLinkUp: true }).callNext).toBe(REFUSAL_TEXTS.queueEmpty);
  });

  it('closes an open ticket by callNext even when nobody waits', () => {
    expect(possible(sampleCalls({ next: null }))).toContain('callNext');
  });

  it('does not call while paused, and resumes', () => {
    expect(possible({ ...FREE, phase: 'paused', pauseReason: 'meal' })).toEqual(['pauseOrResume']);
    expect(possible(sampleCalls({ pauseReason: 'meal' }))).not.toContain('callNext');
  });

  it('asks again for a lapsed evaluation, not for a recorded one, nor for none', () => {
    expect(possible({ ...FREE, evaluation: asked('A011', 'lapsed') })).toContain('requestEvaluation');
    expect(possible({ ...FREE, evaluation: asked('A011', 'recorded') })).not.toContain('requestEvaluation');
    expect(possible(FREE)).not.toContain('requestEvaluation');
  });

  it('does not take the rating of the one before for that of the ticket at the window', () => {
    expect(possible(sampleCalls({ evaluation: asked('A011', 'recorded') }))).toContain('requestEvaluation');
    expect(possible(sampleCalls({ evaluation: asked('A012', 'recorded') }))).not.toContain('requestEvaluation');
  });

  it('opens the missed list when there is somebody in it', () => {
    const missed = [{ ticketId: 9, ticketNumber: 'A009', queueName: { zh: '社保', en: 'Social' }, missedAt: 0 }];
    expect(possible({ ...FREE, missed })).toContain('missedList');
  });

  it('does nothing without the hall, and nothing on a closed day', () => {
    expect(possible(sampleCalls(), true, false)).toEqual([]);
    expect(possible(sampleCalls(), false, true)).toEqual([]);
  });
});

it('names the key of 暂停服务 by what it does now', () => {
  expect(labelOf('pauseOrResume', FREE)).toBe('暂停服务');
  expect(labelOf('pauseOrResume', { ...FREE, phase: 'paused' })).toBe('恢复服务');
  expect(labelOf('recall', FREE)).toBe('重呼');
});

describe('groupReasons', () => {
  it('names the actions of one reason together, in the order asked', () => {
    const reasons = actionReasons({ calls: sampleCalls(), isDayOpen: true, isLinkUp: true });
    const groups = groupReasons(reasons, ['markMissed', 'callNext', 'recall', 'missedList']);
    expect(groups.map((group) => group.actions)).toEqual([['markMissed', 'recall'], ['missedList']]);
  });
});
