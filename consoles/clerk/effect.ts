// Says what 呼叫下一位 will do before it is done: one key does up to three things.
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { TEXTS, firstWords } from '../texts.ts';
import type { Words } from '../texts.ts';

/** The second line of the main button; the reason where it cannot be pressed. */
export function callNextEffect(calls: ClerkCalls, reason: Words | null): string {
  if (reason !== null) return firstWords(reason);
  const next = calls.next === null ? null : nextText(calls.next);
  if (calls.ticket === null) return next === null ? '' : TEXTS.effect.call(next);
  const { ticketNumber, state } = calls.ticket;
  // Nobody pressed 开始办理 where the hall wants it pressed: the applicant counts as not come.
  if (state === 'called' && calls.startServing === 'byKey') {
    return next === null ? TEXTS.effect.miss(ticketNumber) : TEXTS.effect.missAndCall(ticketNumber, next);
  }
  return next === null ? TEXTS.effect.finish(ticketNumber) : TEXTS.effect.finishAndCall(ticketNumber, next);
}

function nextText(next: NonNullable<ClerkCalls['next']>): string {
  return next.isPriority ? TEXTS.effect.priority(next.ticketNumber) : next.ticketNumber;
}
