// What the screen above one window shows at a moment: pure, tested without a browser or a wait.
import type { WindowPhase, WindowScreenCalls } from '@jiaohao/contracts/views';
import { fadeFrom } from './call-panel.ts';
import type { Fade, Motion, Times } from './call-panel.ts';
import { freshnessAt, nextFreshnessAt } from './freshness.ts';

export type WindowScene =
  /** No view has come yet. */
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'called';
      readonly callSeq: number | null;
      readonly ticketNumber: string;
      readonly isAgain: boolean;
      readonly fade: Fade | null;
    }
  | { readonly kind: 'serving'; readonly ticketNumber: string }
  | { readonly kind: 'free' | 'paused' | 'closed' }
  | { readonly kind: 'stale'; readonly asOf: number | null };

export interface WindowPicture {
  readonly scene: WindowScene;
  readonly isInterrupted: boolean;
  readonly nextAt: number | null;
}

export interface WindowMatter {
  readonly calls: WindowScreenCalls | null;
  readonly fade: Fade | null;
  readonly freshAt: number;
  readonly hallOffsetMs: number;
}

/** A calls view came: the border fades for a call that is new and young, a running fade goes on, any other ends. */
export function fadeAfter(
  before: WindowScreenCalls | null,
  after: WindowScreenCalls,
  fade: Fade | null,
  times: Times,
  motion: Motion,
): Fade | null {
  if (after.phase !== 'called' || motion.isStill) return null;
  if (before?.phase === 'called' && before.callSeq === after.callSeq) return fade;
  if (after.calledAt === null || times.hallNow - after.calledAt >= motion.holdMs) return null;
  return fadeFrom(fade, times.now, motion);
}

/** Somebody may be looking for this call right now. */
export function isCallYoung(calls: WindowScreenCalls | null, hallNow: number, motion: Motion): boolean {
  if (calls?.phase !== 'called' || calls.calledAt === null) return false;
  return hallNow - calls.calledAt < motion.holdMs;
}

export function windowScreenAt(matter: WindowMatter, now: number): WindowPicture {
  const { calls, freshAt, hallOffsetMs } = matter;
  const freshness = freshnessAt(freshAt, now);
  const nextAt = nextFreshnessAt(freshAt, now);
  if (freshness === 'stale' || freshness === 'expired') {
    const asOf = calls === null ? null : freshAt + hallOffsetMs;
    return { scene: { kind: 'stale', asOf }, isInterrupted: false, nextAt };
  }
  const scene: WindowScene = calls === null ? { kind: 'starting' } : liveScene(calls.phase, calls, matter.fade);
  return { scene, isInterrupted: freshness === 'interrupted', nextAt };
}

function liveScene(phase: WindowPhase, calls: WindowScreenCalls, fade: Fade | null): WindowScene {
  const { ticketNumber, callSeq, callCount } = calls;
  switch (phase) {
    case 'called':
      // A call without a number cannot be followed; the window then says only that it is open.
      if (ticketNumber === null) return { kind: 'free' };
      return { kind: 'called', callSeq, ticketNumber, isAgain: callCount > 1, fade };
    case 'serving':
      return ticketNumber === null ? { kind: 'free' } : { kind: 'serving', ticketNumber };
    case 'free':
    case 'paused':
    case 'closed':
      return { kind: phase };
  }
}
