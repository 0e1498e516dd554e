// evolve(state, event) -> state: what each event makes of the hall. The only place that changes it; the same events give the same hall.
import type { EventOf, HallEvent } from '@jiaohao/contracts/events';
import { closeDayState, configure, openDayState } from './evolve-day.ts';
import { evaluationLapsed, evaluationRecorded, evaluationRequested } from './evolve-evaluation.ts';
import {
  callSeen,
  servingFinished,
  servingStarted,
  ticketCalled,
  ticketExpired,
  ticketIssued,
  ticketMissed,
  ticketRequeued,
} from './evolve-ticket.ts';
import { clerkSignedIn, clerkSignedOut, windowPaused, windowResumed } from './evolve-window.ts';
import { invariant, present } from './invariant.ts';
import type { State } from './state.ts';
import { deviceKey, isSameState } from './terminal-windows.ts';

/** Changes the state it is given and returns it: at 100,000 waiting a copy an event would be the whole cost. */
export function evolve(state: State, event: HallEvent): State {
  invariant(state.seq === 0 || event.seq === state.seq + 1, `event ${event.seq} follows ${state.seq}`);
  state.seq = event.seq;
  state.lastAt = event.at;
  apply(state, event);
  return state;
}

function apply(state: State, event: HallEvent): void {
  switch (event.type) {
    case 'HallConfigured':
      return configure(state, event.config, event.configHash);
    case 'DayOpened':
      return openDayState(state, event);
    case 'DayClosed':
      return closeDayState(state, event);
    case 'TicketingOpened':
      state.isTicketing = true;
      return;
    case 'TicketingClosed':
      state.isTicketing = false;
      return;
    case 'ClerkSignedIn':
      return clerkSignedIn(state, event);
    case 'ClerkSignedOut':
      return clerkSignedOut(state, event);
    case 'WindowPaused':
      return windowPaused(state, event);
    case 'WindowResumed':
      return windowResumed(state, event);
    case 'DeviceReported':
      return deviceReported(state, event);
    case 'PersonalDataErased':
      // No rule knows more of a person than a surrogate, and that stays what it was (rule Q32).
      return;
    default:
      return applyToTicket(state, event);
  }
}

function deviceReported(state: State, { terminalId, device, at }: EventOf<'DeviceReported'>): void {
  const key = deviceKey(terminalId, device);
  const known = state.devices.get(key);
  const isSame = known !== undefined && isSameState(known.device, device);
  state.devices.set(key, { terminalId, device, sinceAt: isSame ? known.sinceAt : at });
}

type TicketEvent = Exclude<
  HallEvent,
  {
    type:
      | 'HallConfigured'
      | 'DayOpened'
      | 'DayClosed'
      | 'TicketingOpened'
      | 'TicketingClosed'
      | 'ClerkSignedIn'
      | 'ClerkSignedOut'
      | 'WindowPaused'
      | 'WindowResumed'
      | 'DeviceReported'
      | 'PersonalDataErased';
  }
>;

function applyToTicket(state: State, event: TicketEvent): void {
  if (event.type === 'TicketIssued') return ticketIssued(state, event);
  if (event.type === 'EvaluationRecorded') return evaluationRecorded(state, event);
  if (event.type === 'EvaluationLapsed') return evaluationLapsed(state, event);
  if (event.type === 'CallSeen') return callSeen(state, event);
  const ticket = present(state.tickets.get(event.ticketId), 'ticket');
  switch (event.type) {
    case 'TicketPrinted':
      ticket.printing = 'printed';
      return;
    case 'TicketPrintingFailed':
      ticket.printing = 'failed';
      return;
    case 'TicketReprinted':
      ticket.attempt = event.attempt;
      ticket.printing = 'pending';
      return;
    case 'TicketCalled':
    case 'TicketRecalled':
      return ticketCalled(state, ticket, event);
    case 'ServingStarted':
      return servingStarted(state, ticket, event);
    case 'ServingFinished':
      return servingFinished(state, ticket, event);
    case 'TicketMissed':
      return ticketMissed(state, ticket, event);
    case 'TicketRequeued':
      return ticketRequeued(state, ticket, event);
    case 'TicketExpired':
      return ticketExpired(state, ticket);
    case 'EvaluationRequested':
      return evaluationRequested(state, ticket, event);
  }
}
