// The command of an action that needs no question, about the ticket that the clerk sees.
import type { CommandInput } from '@jiaohao/contracts/commands';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import type { ActionName } from './keys.ts';

/** Null where the action is only about this page, or asks first. */
export function commandOf(action: ActionName, calls: ClerkCalls): CommandInput | null {
  switch (action) {
    case 'callNext':
    case 'recall':
    case 'startServing':
    case 'finishServing':
      return { type: action, ...atOpenTicket(calls) };
    case 'requestEvaluation':
      return { type: action, windowId: calls.windowId };
    case 'pauseOrResume':
      return { type: 'resumeWindow', windowId: calls.windowId };
    case 'markMissed':
    case 'missedList':
      return null;
  }
}

/** Rule Q31: a call pad or another page may have brought the next ticket, and the view of it be still on its way. */
export function atOpenTicket({ windowId, ticket }: ClerkCalls): { windowId: string; openTicketId: number | null } {
  return { windowId, openTicketId: ticket?.ticketId ?? null };
}
