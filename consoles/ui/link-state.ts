// When a page may still be believed: the hall speaks every two seconds, and five seconds of silence is a lost link.

/** `connecting`: nothing heard yet. `refused`: the hall will not have this token or this version of the page. */
export type LinkState = 'connecting' | 'connected' | 'lost' | 'refused';

export const SILENCE_IS_LOSS_MS = 5_000;
/** A connection that is silent this long is dropped and made anew: TCP alone may take minutes to notice a pulled cable. */
export const SILENCE_IS_DEAD_MS = 8_000;

export interface Hearing {
  /** Monotonic ms when the page began to listen. */
  readonly startedAt: number;
  /** Monotonic ms of the newest message; null before the first. */
  readonly heardAt: number | null;
  readonly isRefused: boolean;
}

export function linkState(hearing: Hearing, now: number): LinkState {
  if (hearing.isRefused) return 'refused';
  if (now - (hearing.heardAt ?? hearing.startedAt) > SILENCE_IS_LOSS_MS) return 'lost';
  return hearing.heardAt === null ? 'connecting' : 'connected';
}
