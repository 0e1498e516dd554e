// What a press may do: a bounce of the same key asks once, and while a request is unanswered nothing else is asked.
import type { CallerControl } from '../../wire/caller.ts';

export const DOUBLE_PRESS_MS = 600;

export interface Asked {
  readonly control: CallerControl;
  readonly requestId: string;
  /** Monotonic ms of the press. */
  readonly askedAt: number;
  readonly isUnanswered: boolean;
}

/** `bounce`: the same press twice, nothing to be said. `wait`: the press before is not answered; said, not asked. */
export type PressVerdict = 'ask' | 'bounce' | 'wait';

/** `asked`: the newest press that asked the hall something; null before the first. */
export function judgePress(
  asked: Asked | null,
  press: { readonly control: CallerControl; readonly requestId: string },
  now: number,
): PressVerdict {
  if (asked === null) return 'ask';
  if (asked.requestId === press.requestId) return 'bounce';
  if (asked.control === press.control && now - asked.askedAt < DOUBLE_PRESS_MS) return 'bounce';
  return asked.isUnanswered ? 'wait' : 'ask';
}
