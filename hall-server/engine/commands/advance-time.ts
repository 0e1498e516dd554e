// What is due because time has passed: days, ticketing hours, lapses. Asked by the time driver only (rules Q1, Q2, Q23).
import type { EventBody } from '@jiaohao/contracts/events';
import type { Context, Decision, Today } from '../decision.ts';
import { present } from '../invariant.ts';
import type { State } from '../state.ts';
import { closingEvents, isLaterDay, isTicketingAt, openingEvents } from './business-day.ts';

/** The pad's own time-out comes first; this much later the hall lapses the evaluation itself. */
export const LAPSE_GRACE_MS = 10_000;

/**
 * One step of what is due; the driver asks again until nothing is. A closed day and the next day's opening are two steps,
 * because the second is decided on the state that the first made.
 */
export function advanceTime(state: State, context: Context): Decision {
  return { ok: true, events: dueEvents(state, context), result: {} };
}

function dueEvents(state: State, { now, today }: Context): EventBody[] {
  if (state.config === null || today === null) return [];
  if (state.day?.isOpen !== true) return opensNow(state, today) ? openingEvents(state, today, 'calendar', now) : [];
  if (today.businessDay > state.day.businessDay) return closingEvents(state, 'calendar');
  const shouldTicket = isTicketingAt(today, state.day.cause, now);
  if (shouldTicket !== state.isTicketing) return [{ type: shouldTicket ? 'TicketingOpened' : 'TicketingClosed' }];
  return lapsesDue(state, now);
}

function opensNow(state: State, today: Today): boolean {
  return today.ticketing.length > 0 && isLaterDay(state, today);
}

function lapsesDue(state: State, now: number): EventBody[] {
  const events: EventBody[] = [];
  for (const evaluationId of state.pendingEvaluations) {
    const { requestedAt, ticketId } = pendingEvaluation(state, evaluationId);
    if (now < lapseAt(state, requestedAt)) break;
    events.push({ type: 'EvaluationLapsed', evaluationId, ticketId, reason: 'timeout' });
  }
  return events;
}

/** When the oldest request lapses; null when none is pending. */
function nextLapseAt(state: State): number | null {
  for (const evaluationId of state.pendingEvaluations) {
    return lapseAt(state, pendingEvaluation(state, evaluationId).requestedAt);
  }
  return null;
}

function pendingEvaluation(state: State, evaluationId: number) {
  return present(state.evaluations.get(evaluationId), 'pending evaluation');
}

function lapseAt(state: State, requestedAt: number): number {
  return requestedAt + present(state.config, 'config').policies.evaluationTimeoutMs + LAPSE_GRACE_MS;
}

/** The next instant, `now` or later, at which advanceTime has something to do; null when only an event can bring something. */
export function nextDueAt(state: State, today: Today | null, now: number): number | null {
  if (state.config === null || today === null) return null;
  if (isDue(state, today, now)) return now;
  const due = [today.nextDayAt];
  if (state.day?.isOpen === true) {
    for (const { opensAt, closesAt } of today.ticketing) due.push(opensAt, closesAt);
    due.push(nextLapseAt(state) ?? Infinity);
  }
  return Math.min(...due.filter((at) => at > now));
}

/** Whether advanceTime has something to do at `now`; every batch asks. */
export function isTimeDue(state: State, today: Today | null, now: number): boolean {
  return state.config !== null && today !== null && isDue(state, today, now);
}

function isDue(state: State, today: Today, now: number): boolean {
  if (state.day?.isOpen !== true) return opensNow(state, today);
  return (
    today.businessDay > state.day.businessDay ||
    isTicketingAt(today, state.day.cause, now) !== state.isTicketing ||
    (nextLapseAt(state) ?? Infinity) <= now
  );
}
