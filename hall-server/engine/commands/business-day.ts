// The business day: opened by staff or by the calendar, closed the same way, never reopened, never backwards (rules Q1, Q2).
import type { EventBody } from '@jiaohao/contracts/events';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, Today } from '../decision.ts';
import { carriedState } from '../carried-state.ts';
import { present } from '../invariant.ts';
import { isOpen } from './print-ticket.ts';
import type { State } from '../state.ts';

export type DayCause = 'calendar' | 'staff';

export function openDay(state: State, context: Context): Decision {
  if (state.config === null || context.today === null) return refused('hallNotConfigured');
  if (state.day?.isOpen === true) return refused('dayAlreadyOpen');
  const { today } = context;
  if (!isLaterDay(state, today)) return refused('dayAlreadyClosed');
  return decided<'openDay'>(openingEvents(state, today, 'staff', context.now), { businessDay: today.businessDay });
}

export function closeDay(state: State): Decision {
  if (state.day?.isOpen !== true) return refused('dayNotOpen');
  const events = closingEvents(state, 'staff');
  const expiredTickets = events.filter((event) => event.type === 'TicketExpired').length;
  return decided<'closeDay'>(events, { businessDay: state.day.businessDay, expiredTickets });
}

/** Rule Q1: only a day after the last one. */
export function isLaterDay(state: State, today: Today): boolean {
  return state.day === null || today.businessDay > state.day.businessDay;
}

export function openingEvents(state: State, today: Today, cause: DayCause, now: number): EventBody[] {
  const opened: EventBody = {
    type: 'DayOpened',
    businessDay: today.businessDay,
    cause,
    closingHash: null,
    carried: carriedState(state, now),
  };
  return isTicketingAt(today, cause, now) ? [opened, { type: 'TicketingOpened' }] : [opened];
}

/** Every ticket ends: what is open becomes expired, what is asked lapses, who is signed in is signed out (rule Q2). */
export function closingEvents(state: State, cause: DayCause): EventBody[] {
  const events: EventBody[] = [];
  if (state.isTicketing) events.push({ type: 'TicketingClosed' });
  for (const ticket of state.tickets.values()) {
    if (isOpen(ticket)) events.push({ type: 'TicketExpired', ticketId: ticket.ticketId, from: ticket.state });
  }
  for (const evaluationId of state.pendingEvaluations) {
    const { ticketId } = present(state.evaluations.get(evaluationId), 'pending evaluation');
    events.push({ type: 'EvaluationLapsed', evaluationId, ticketId, reason: 'dayClosed' });
  }
  for (const { windowId, staffNo } of state.windows.values()) {
    if (staffNo !== null) events.push({ type: 'ClerkSignedOut', windowId, staffNo, cause: 'dayClosed' });
  }
  events.push({ type: 'DayClosed', businessDay: present(state.day, 'day').businessDay, cause });
  return events;
}

/** Rule Q2: numbers are issued in the hours of the weekday; on a day without hours, as long as the day is open that staff opened. */
export function isTicketingAt(today: Today, cause: DayCause, now: number): boolean {
  if (today.ticketing.length === 0) return cause === 'staff';
  return today.ticketing.some((span) => now >= span.opensAt && now < span.closesAt);
}
