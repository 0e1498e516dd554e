// The waiting list as it is drawn: the true order, the next one marked, and how many more there are.
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import { rowsTaken } from './row-layout.ts';

type NextTicket = ClerkStatus['nextTickets'][number];

export interface WaitingRows {
  readonly rows: readonly (NextTicket & { readonly isNext: boolean })[];
  /** Waiting, but not drawn. */
  readonly more: number;
}

/**
 * The calls view comes at once, the status view up to half a second later: a ticket already called is left out, and only the one
 * that the calls view names is marked.
 */
export function waitingRows(calls: ClerkCalls, status: ClerkStatus, limit: number): WaitingRows {
  const isLate = status.nextTickets.some((ticket) => ticket.ticketId === calls.ticket?.ticketId);
  const waiting = status.nextTickets.filter((ticket) => ticket.ticketId !== calls.ticket?.ticketId);
  const rows = waiting
    .slice(0, ticketsIn(waiting, limit))
    .map((ticket) => ({ ...ticket, isNext: ticket.ticketId === calls.next?.ticketId }));
  const total = status.waiting - (isLate ? 1 : 0);
  return { rows, more: Math.max(0, total - rows.length) };
}

/** How many of the first tickets stand in `limit` rows: a long name takes two. */
function ticketsIn(waiting: readonly NextTicket[], limit: number): number {
  let rowsLeft = limit;
  const firstWithoutRoom = waiting.findIndex(({ queueName }) => {
    rowsLeft -= rowsTaken(queueName);
    return rowsLeft < 0;
  });
  return firstWithoutRoom === -1 ? waiting.length : firstWithoutRoom;
}

/** The page of a list that `selected` is on: rows `from` up to, not including, `to`. */
export function pageAround(
  length: number,
  size: number,
  selected: number,
): { readonly from: number; readonly to: number } {
  const from = Math.floor(selected / size) * size;
  return { from, to: Math.min(length, from + size) };
}
