// The silent call as a rule: which calls stand in the panel, how long, and how often its border fades.
import type { BoardCalls } from '@jiaohao/contracts/views';

export type BoardCall = BoardCalls['calls'][number];

/** What differs between a moving and a still display. */
export interface Motion {
  readonly holdMs: number;
  /** No fade and no cross-fade at all. */
  readonly isStill: boolean;
}
export const MOVING: Motion = { holdMs: 8_000, isStill: false };
/** For systems that ask for reduced motion: nothing draws the eye, so the call stays longer. */
export const STILL: Motion = { holdMs: 12_000, isStill: true };

export const PANEL_ROWS_MAX = 3;
/** The border fades away and back once in this time: never more than one flash a second. */
export const FADE_CYCLE_MS = 1_000;
export const FADE_CYCLES = 3;

/** One run of the border's fading: `cycles` times from `startedAt` (local clock), then it stays. */
export interface Fade {
  readonly startedAt: number;
  readonly cycles: number;
}

export interface CallPanel {
  /** Newest first, at most three; what is left of them after `until` is history. */
  readonly rows: readonly BoardCall[];
  /** Local clock: end of the hold of the newest call. */
  readonly until: number;
  readonly fade: Fade | null;
  /** Calls of the newest view: none of these is ever announced again. */
  readonly known: ReadonlySet<number>;
}

export const NO_PANEL: CallPanel = { rows: [], until: 0, fade: null, known: new Set() };

export interface Times {
  /** Local clock. */
  readonly now: number;
  readonly hallNow: number;
}

/**
 * A calls view came. Announced is what is not known and younger than the hold, so that a display that (re)connects does not replay
 * old calls. A further call prolongs the hold; a fourth pushes the oldest out; a call that the hall took back goes at once.
 */
export function receiveCalls(panel: CallPanel, calls: readonly BoardCall[], times: Times, motion: Motion): CallPanel {
  const { now, hallNow } = times;
  const fresh = calls.filter((call) => !panel.known.has(call.callSeq) && hallNow - call.calledAt < motion.holdMs);
  const held = now < panel.until ? panel.rows : [];
  const staying = held.flatMap((row) => calls.filter((call) => call.callSeq === row.callSeq));
  const rows = [...fresh, ...staying].slice(0, PANEL_ROWS_MAX);
  return {
    rows,
    until: fresh.length > 0 ? now + motion.holdMs : rows.length > 0 ? panel.until : Math.min(panel.until, now),
    fade: fresh.length > 0 ? fadeFrom(held.length > 0 ? panel.fade : null, now, motion) : panel.fade,
    known: new Set(calls.map((call) => call.callSeq)),
  };
}

/**
 * The fade for a call that becomes visible `now`. A running one is prolonged by whole cycles instead of started again, which would
 * be a second flash within the second.
 */
export function fadeFrom(running: Fade | null, now: number, motion: Motion): Fade | null {
  if (motion.isStill) return null;
  if (running === null || now >= running.startedAt + running.cycles * FADE_CYCLE_MS) {
    return { startedAt: now, cycles: FADE_CYCLES };
  }
  const begun = Math.ceil((now - running.startedAt) / FADE_CYCLE_MS);
  return { startedAt: running.startedAt, cycles: begun + FADE_CYCLES };
}
