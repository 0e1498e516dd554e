// The calls that boards list: the newest dozen of each zone and of the hall, one line a ticket.
import type { BoardCall, State, Ticket } from './state.ts';

export const BOARD_CALLS_MAX = 12;
/** The board of the whole hall. */
export const HALL_BOARD = 'hall';

export function boardsOf(zoneId: string): string[] {
  return [HALL_BOARD, zoneId];
}

/** A ticket called again takes the newest place and leaves its old one. */
export function listCall(state: State, board: string, call: BoardCall): void {
  const others = (state.boards.get(board) ?? []).filter((each) => each.ticketId !== call.ticketId);
  state.boards.set(board, [call, ...others].slice(0, BOARD_CALLS_MAX));
}

export function unlistCall(state: State, ticketId: number): void {
  for (const [board, calls] of state.boards) {
    if (calls.some((call) => call.ticketId === ticketId)) {
      state.boards.set(
        board,
        calls.filter((call) => call.ticketId !== ticketId),
      );
    }
  }
}

export function updateCall(state: State, ticketId: number, change: Pick<BoardCall, 'startedAt'>): void {
  for (const [board, calls] of state.boards) {
    if (calls.some((call) => call.ticketId === ticketId)) {
      state.boards.set(
        board,
        calls.map((call) => (call.ticketId === ticketId ? { ...call, ...change } : call)),
      );
    }
  }
}

/** Null for a call that no board lists any more. */
export function ticketOfCall(state: State, callSeq: number): Ticket | null {
  for (const calls of state.boards.values()) {
    const call = calls.find((each) => each.callSeq === callSeq);
    if (call !== undefined) return state.tickets.get(call.ticketId) ?? null;
  }
  return null;
}
