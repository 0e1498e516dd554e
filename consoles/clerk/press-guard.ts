// What a press may do: a bounce of the same key asks once, another key at once is obeyed, and nothing overtakes a request unanswered.

export const DOUBLE_PRESS_MS = 600;
/** A kept press older than this is not carried out: by then the clerk has looked up, and calling somebody unawares is worse than one more press. */
export const KEPT_PRESS_MS = 2_000;

export interface Asked<Control extends string> {
  readonly control: Control;
  /** Monotonic ms of the press. */
  readonly askedAt: number;
  readonly isUnanswered: boolean;
}

/**
 * `bounce`: the same press twice, nothing to be said. `again`: the same while the first is unanswered; said, not asked twice.
 * `behind`: another while a request is unanswered.
 */
export type PressVerdict = 'ask' | 'bounce' | 'again' | 'behind';

/** `asked`: the newest press that asked the hall something; null before the first. */
export function judgePress<Control extends string>(
  asked: Asked<Control> | null,
  control: Control,
  now: number,
): PressVerdict {
  if (asked === null) return 'ask';
  const isSame = asked.control === control;
  if (isSame && now - asked.askedAt < DOUBLE_PRESS_MS) return 'bounce';
  if (!asked.isUnanswered) return 'ask';
  return isSame ? 'again' : 'behind';
}

/** The one press that waits behind an unanswered request; a newer one takes its place. */
export interface KeptPress<Action extends string> {
  readonly action: Action;
  /** Monotonic ms. */
  readonly pressedAt: number;
  /** The ticket at the window when it was pressed; null: none. */
  readonly ticketId: number | null;
}

/**
 * Whether a kept press is carried out after the answer. It was about the ticket then on the screen: it never falls on another one
 * that the answer has brought to the window.
 */
export function mayFollow(kept: KeptPress<string>, ticketIdNow: number | null, now: number): boolean {
  const isOfSameTicket = ticketIdNow === null || ticketIdNow === kept.ticketId;
  return isOfSameTicket && now - kept.pressedAt <= KEPT_PRESS_MS;
}
