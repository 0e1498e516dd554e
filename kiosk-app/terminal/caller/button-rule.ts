// What a clerk can do from the bar now, why not, and what the one filled button will do. The hall itself has the last word.
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import type { CallerAction, CallNextEffect } from '../../wire/caller.ts';

export interface Situation {
  readonly calls: ClerkCalls;
  readonly isDayOpen: boolean;
  readonly isLinkUp: boolean;
}

/** Per action why it is impossible; null where it can be done. */
export function actionReasons({ calls, isDayOpen, isLinkUp }: Situation): Record<CallerAction, RefusalCode | null> {
  const common = !isLinkUp ? 'linkLost' : isDayOpen ? null : 'dayNotOpen';
  const onCalled = common ?? onCalledTicket(calls);
  return {
    callNext: common ?? callNextReason(calls),
    recall: onCalled,
    markMissed: onCalled,
    startServing: onCalled,
    pauseOrResume: common,
  };
}

export function isPaused(calls: Pick<ClerkCalls, 'phase' | 'pauseReason'>): boolean {
  return calls.phase === 'paused' || calls.pauseReason !== null;
}

/** One press does up to three things: it closes what is open, asks for its evaluation, and calls. Rules Q10 to Q13. */
export function callNextEffect({ ticket, next, startServing }: ClerkCalls): CallNextEffect {
  const calls = next === null ? null : { ticketNumber: next.ticketNumber, isPriority: next.isPriority };
  if (ticket === null) return { closes: null, calls };
  // Nobody pressed 开始办理 where the hall wants it pressed: the applicant counts as not come.
  const how = ticket.state === 'called' && startServing === 'byKey' ? 'miss' : 'finish';
  return { closes: { how, ticketNumber: ticket.ticketNumber }, calls };
}

function callNextReason(calls: ClerkCalls): RefusalCode | null {
  if (isPaused(calls)) return 'windowPaused';
  return calls.ticket === null && calls.next === null ? 'queueEmpty' : null;
}

function onCalledTicket({ ticket }: ClerkCalls): RefusalCode | null {
  if (ticket === null) return 'noOpenTicket';
  return ticket.state === 'serving' ? 'alreadyServing' : null;
}
