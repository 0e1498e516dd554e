// A key is about the ticket that its presser saw: two keys pressed for one window never fall on two people (rule Q31).
import type { WindowState } from '../state.ts';

/** `seenTicketId`: what was open on the presser's screen, null: nothing; undefined: the sender does not say. Nothing open any more is no change: the key was about what is done. */
export function hasTicketChanged({ openTicketId }: WindowState, seenTicketId: number | null | undefined): boolean {
  return seenTicketId !== undefined && openTicketId !== null && openTicketId !== seenTicketId;
}
