// Two presses where one was meant: a double click or a bounce asks the hall once.

export const DOUBLE_PRESS_MS = 600;

export interface PressHistory {
  /** Monotonic ms of the newest press that asked something; null before the first. */
  readonly askedAt: number | null;
  readonly isUnanswered: boolean;
}

/** Whether a press may ask the hall something. */
export function mayAsk(history: PressHistory, now: number): boolean {
  if (history.isUnanswered) return false;
  return history.askedAt === null || now - history.askedAt >= DOUBLE_PRESS_MS;
}
