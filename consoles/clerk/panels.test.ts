// A question is about the ticket it was asked for, and ends with it.
import { expect, it } from 'vitest';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { actionReasons } from './actions.ts';
import { isStillPossible, panelOf } from './panels.ts';
import type { OpenedPanel } from './panels.ts';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';

const CALLED = sampleCalls({ phase: 'called', ticket: CALLED_TICKET });
const ANOTHER = sampleCalls({ phase: 'called', ticket: { ...CALLED_TICKET, ticketId: 17, ticketNumber: 'A017' } });

function stays(opened: OpenedPanel | null, calls: ClerkCalls, isLinkUp = true): boolean {
  return opened !== null && isStillPossible(opened, calls, actionReasons({ calls, isDayOpen: true, isLinkUp }));
}

it('asks before 过号 and before 暂停, not before 恢复 nor anything else', () => {
  expect(panelOf('markMissed', CALLED)).toEqual({ panel: 'markMissed', ticketId: 12 });
  expect(panelOf('pauseOrResume', CALLED)?.panel).toBe('pause');
  expect(panelOf('pauseOrResume', { ...CALLED, pauseReason: 'meal' })).toBeNull();
  expect(panelOf('callNext', CALLED)).toBeNull();
});

it('never lets an answer about one ticket fall on the next', () => {
  const opened = panelOf('markMissed', CALLED);
  expect(stays(opened, CALLED)).toBe(true);
  expect(stays(opened, ANOTHER)).toBe(false);
});

it('takes a question back when it cannot be carried out any more', () => {
  expect(stays(panelOf('markMissed', CALLED), sampleCalls())).toBe(false);
  expect(stays(panelOf('pauseOrResume', CALLED), CALLED, false)).toBe(false);
});

it('keeps the question about a pause whatever ticket comes', () => {
  expect(stays(panelOf('pauseOrResume', CALLED), ANOTHER)).toBe(true);
});
