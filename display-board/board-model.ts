// What the hall board shows at a moment: pure, so that every rule of the silent call is tested without a browser or a wait.
import type { BoardCall, CallPanel, Fade } from './call-panel.ts';
import { freshnessAt, nextFreshnessAt } from './freshness.ts';

/** Rows of the normal board. */
export const LIST_ROWS = 5;
/** Small rows below the panel and on the stale board. */
export const BELOW_ROWS = 4;
/** A number leaves the board when it has been served this long. */
export const SERVED_FOR_MS = 30_000;
/** The normal board comes back over the panel in one cross-fade. */
export const CROSS_FADE_MS = 200;

export type Scene =
  /** No view has come yet. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'list'; readonly calls: readonly BoardCall[]; readonly fadingOver: readonly BoardCall[] }
  | {
      readonly kind: 'panel';
      readonly rows: readonly BoardCall[];
      readonly below: readonly BoardCall[];
      readonly fade: Fade | null;
    }
  /** `asOf`: hall time of the last fresh view, null where there never was one. */
  | { readonly kind: 'stale'; readonly calls: readonly BoardCall[]; readonly asOf: number | null };

export interface BoardPicture {
  readonly scene: Scene;
  /** Too long without a heartbeat, not yet long enough to stop believing. */
  readonly isInterrupted: boolean;
  /** Local time at which the picture changes by itself; null: not before something comes. */
  readonly nextAt: number | null;
}

export interface BoardMatter {
  /** Null until the first calls view. */
  readonly calls: readonly BoardCall[] | null;
  readonly panel: CallPanel;
  readonly freshAt: number;
  /** Hall time minus local time. */
  readonly hallOffsetMs: number;
  readonly isStill: boolean;
}

export function boardAt(matter: BoardMatter, now: number): BoardPicture {
  const freshness = freshnessAt(matter.freshAt, now);
  const nextFreshness = nextFreshnessAt(matter.freshAt, now);
  if (freshness === 'stale' || freshness === 'expired') {
    return { scene: staleScene(matter, freshness === 'expired'), isInterrupted: false, nextAt: nextFreshness };
  }
  const isInterrupted = freshness === 'interrupted';
  if (matter.calls === null) return { scene: { kind: 'starting' }, isInterrupted, nextAt: nextFreshness };
  return {
    scene: liveScene(matter, matter.calls, now),
    isInterrupted,
    nextAt: soonest(now, [nextFreshness, ...panelTimes(matter), ...leavingTimes(matter, matter.calls)]),
  };
}

function liveScene(matter: BoardMatter, calls: readonly BoardCall[], now: number): Scene {
  const { panel } = matter;
  const shown = stillShown(calls, now + matter.hallOffsetMs);
  if (panel.rows.length > 0 && now < panel.until) {
    const below = shown.filter((call) => !panel.rows.some((row) => row.callSeq === call.callSeq));
    return { kind: 'panel', rows: panel.rows, below: below.slice(0, BELOW_ROWS), fade: panel.fade };
  }
  const isFading = !matter.isStill && now < panel.until + CROSS_FADE_MS;
  return { kind: 'list', calls: shown.slice(0, LIST_ROWS), fadingOver: isFading ? panel.rows : [] };
}

function staleScene(matter: BoardMatter, isExpired: boolean): Scene {
  if (matter.calls === null) return { kind: 'stale', calls: [], asOf: null };
  const asOf = matter.freshAt + matter.hallOffsetMs;
  return { kind: 'stale', calls: isExpired ? [] : stillShown(matter.calls, asOf).slice(0, BELOW_ROWS), asOf };
}

function stillShown(calls: readonly BoardCall[], hallNow: number): readonly BoardCall[] {
  return calls.filter((call) => call.startedAt === null || hallNow < call.startedAt + SERVED_FOR_MS);
}

function panelTimes({ panel }: BoardMatter): readonly number[] {
  return panel.rows.length === 0 ? [] : [panel.until, panel.until + CROSS_FADE_MS];
}

function leavingTimes({ hallOffsetMs }: BoardMatter, calls: readonly BoardCall[]): readonly (number | null)[] {
  return calls.map(({ startedAt }) => (startedAt === null ? null : startedAt + SERVED_FOR_MS - hallOffsetMs));
}

/** The first of `times` after `now`. */
export function soonest(now: number, times: readonly (number | null)[]): number | null {
  const ahead = times.filter((at): at is number => at !== null && at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Calls that stand on the board in this scene, as far as somebody can act on them: what `painted` speaks of. */
export function callsOnShow(scene: Scene): readonly number[] {
  switch (scene.kind) {
    case 'panel':
      return [...scene.rows, ...scene.below].map((call) => call.callSeq);
    case 'list':
      return scene.calls.map((call) => call.callSeq);
    case 'starting':
    case 'stale':
      return [];
  }
}

/** No call is being announced: a page that has to reload does it now. */
export function isQuietScene(scene: Scene): boolean {
  switch (scene.kind) {
    case 'panel':
      return false;
    case 'list':
      return scene.fadingOver.length === 0;
    case 'starting':
    case 'stale':
      return true;
  }
}
