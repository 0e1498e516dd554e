// The questions that come before an action, and the command that follows it.
import type { ClerkCalls } from '@jiaohao/contracts/views';
import type { CallerAction, PauseReason } from '../../wire/caller.ts';
import { actionReasons, isPaused, type Situation } from './button-rule.ts';

export interface OpenQuestion {
  readonly action: 'markMissed' | 'pauseOrResume';
  /** The ticket at the window when it was asked. */
  readonly ticketId: number | null;
  /** Monotonic ms of the press that opened it. */
  readonly openedAt: number;
}

/** A bounce of the key is no answer, and a question forgotten on the bar is asked again. */
const KEY_ANSWERS_FROM_MS = 600;
const KEY_ANSWERS_WITHIN_MS = 10_000;

/** Null where the action asks the hall at once. */
export function questionBefore(action: CallerAction, calls: ClerkCalls, now: number): OpenQuestion | null {
  const isQuestion = action === 'markMissed' || (action === 'pauseOrResume' && !isPaused(calls));
  return isQuestion ? { action, ticketId: calls.ticket?.ticketId ?? null, openedAt: now } : null;
}

/** 过号 is asked about one ticket: a call pad or the console may have brought the next one meanwhile. */
export function stillOpen({ action, ticketId }: OpenQuestion, situation: Situation): boolean {
  if (action === 'markMissed' && situation.calls.ticket?.ticketId !== ticketId) return false;
  if (action === 'pauseOrResume' && isPaused(situation.calls)) return false;
  return actionReasons(situation)[action] === null;
}

/** The same hot key once more is the answer to its own question. */
export function mayBeAnsweredByKey({ openedAt }: OpenQuestion, now: number): boolean {
  return now - openedAt >= KEY_ANSWERS_FROM_MS && now - openedAt <= KEY_ANSWERS_WITHIN_MS;
}

export type WindowCommand =
  | { readonly type: 'callNext' | 'recall' | 'startServing' | 'markMissed'; readonly openTicketId: number | null }
  | { readonly type: 'resumeWindow' }
  | { readonly type: 'pauseWindow'; readonly reason: PauseReason };

/** Of an action that needs no further answer, about the ticket that the presser saw. */
export function commandFor(action: CallerAction, openTicketId: number | null): WindowCommand {
  return action === 'pauseOrResume' ? { type: 'resumeWindow' } : { type: action, openTicketId };
}
