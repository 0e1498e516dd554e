// What a clerk can do now, and why not: the rules of the hall as far as the views tell them. The hall itself has the last word.
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { ACTION_TEXTS, TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import type { ActionName } from './keys.ts';

/** Per action why it is impossible; null where it can be done. */
export type ActionReasons = Readonly<Record<ActionName, Words | null>>;

export interface Situation {
  readonly calls: ClerkCalls;
  readonly isDayOpen: boolean;
  readonly isLinkUp: boolean;
}

export function actionReasons(situation: Situation): ActionReasons {
  const { calls } = situation;
  const common = commonReason(situation);
  const because = (own: Words | null): Words | null => common ?? own;
  const onCalled = because(words(onCalledTicket(calls)));
  return {
    callNext: because(words(callNextCode(calls))),
    recall: onCalled,
    markMissed: onCalled,
    startServing: onCalled,
    finishServing: because(finishServingReason(calls)),
    requestEvaluation: because(words(requestEvaluationCode(calls))),
    missedList: because(calls.missed.length === 0 ? TEXTS.noMissed : null),
    pauseOrResume: because(null),
  };
}

export function isPaused(calls: ClerkCalls): boolean {
  return calls.phase === 'paused' || calls.pauseReason !== null;
}

/** The word on an action's control: the key of 暂停服务 is also that of 恢复服务. */
export function labelOf(action: ActionName, calls: ClerkCalls): string {
  return action === 'pauseOrResume' && isPaused(calls) ? TEXTS.resume : ACTION_TEXTS[action];
}

function commonReason({ isLinkUp, isDayOpen }: Situation): Words | null {
  if (!isLinkUp) return REFUSAL_TEXTS.linkLost;
  return isDayOpen ? null : REFUSAL_TEXTS.dayNotOpen;
}

function callNextCode(calls: ClerkCalls): RefusalCode | null {
  if (isPaused(calls)) return 'windowPaused';
  return calls.ticket === null && calls.next === null ? 'queueEmpty' : null;
}

function onCalledTicket(calls: ClerkCalls): RefusalCode | null {
  if (calls.ticket === null) return 'noOpenTicket';
  return calls.ticket.state === 'serving' ? 'alreadyServing' : null;
}

/** Where the hall infers the start, a ticket only called can be finished too; where it wants the key, the key comes first. */
function finishServingReason({ ticket, startServing }: ClerkCalls): Words | null {
  if (ticket === null) return words('noOpenTicket');
  return ticket.state === 'called' && startServing === 'byKey' ? TEXTS.startFirst : null;
}

/** Asked for the ticket at the window while it is served, else for the one served last. */
function requestEvaluationCode({ ticket, evaluation }: ClerkCalls): RefusalCode | null {
  if (ticket?.state === 'called') return 'notServing';
  const isOfThis = evaluation !== null && (ticket === null || evaluation.ticketNumber === ticket.ticketNumber);
  if (isOfThis && evaluation.state === 'recorded') return 'alreadyEvaluated';
  return ticket === null && evaluation === null ? 'nothingToEvaluate' : null;
}

function words(code: RefusalCode | null): Words | null {
  return code === null ? null : REFUSAL_TEXTS[code];
}

export interface ReasonGroup {
  readonly reason: Words;
  readonly actions: readonly ActionName[];
}

/** Reasons as they are read: actions with the same reason together, in the order given. */
export function groupReasons(reasons: ActionReasons, order: readonly ActionName[]): ReasonGroup[] {
  const groups = new Map<string, { reason: Words; actions: ActionName[] }>();
  for (const action of order) {
    const reason = reasons[action];
    if (reason === null) continue;
    const group = groups.get(reason.zh) ?? { reason, actions: [] };
    group.actions.push(action);
    groups.set(reason.zh, group);
  }
  return [...groups.values()];
}
