// What came of a request to the hall, in words for the clerk.
import type { CommandResult } from '@jiaohao/contracts/commands';
import type { AskOutcome } from '../ui/kept-requests.ts';
import { TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';

export interface Notice {
  /** `notDone` is no trouble: the clerk looks and presses again. */
  readonly tone: 'trouble' | 'done' | 'waiting' | 'notDone';
  readonly words: Words;
}

/** Null where the screen itself shows what was done. */
export function noticeOf(outcome: AskOutcome, onDone?: (result: CommandResult) => Words | null): Notice | null {
  switch (outcome.kind) {
    case 'done': {
      const words = onDone?.(outcome.result) ?? null;
      return words === null ? null : { tone: 'done', words };
    }
    case 'refused': {
      // Somebody pressed for the same window first: the ticket is already on the screen, nothing is wrong.
      const tone = outcome.refusal.code === 'ticketChanged' ? 'notDone' : 'trouble';
      return { tone, words: outcome.refusal };
    }
    case 'rejected':
      return { tone: 'trouble', words: outcome.error };
    case 'unanswered':
      return { tone: 'trouble', words: TEXTS.unanswered };
  }
}
