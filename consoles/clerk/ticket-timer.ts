// The clock on the ticket card: since the call until serving starts, then the serving time against its reference.
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { runningTime } from './timers.ts';

type ClerkTicket = NonNullable<ClerkCalls['ticket']>;

export interface TicketTimer {
  readonly kind: 'sinceCall' | 'serving';
  readonly text: string;
  /** 0 to 1 of the reference time; null before serving. */
  readonly share: number | null;
  readonly isOver: boolean;
}

export function ticketTimer(ticket: ClerkTicket, now: number): TicketTimer {
  if (ticket.state === 'called' || ticket.startedAt === null) {
    return { kind: 'sinceCall', text: runningTime(now - ticket.calledAt), share: null, isOver: false };
  }
  const servingMs = Math.max(0, now - ticket.startedAt);
  const isOver = servingMs > ticket.nominalServingMs;
  const share = ticket.nominalServingMs === 0 ? 1 : Math.min(1, servingMs / ticket.nominalServingMs);
  return { kind: 'serving', text: runningTime(servingMs), share, isOver };
}
