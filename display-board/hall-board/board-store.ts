// The hall board's memory: which calls have been announced, and what the board shows of the newest views.
import type { BoardCalls, BoardStatus } from '@jiaohao/contracts/views';
import { boardAt, soonest } from '../board-model.ts';
import type { BoardPicture } from '../board-model.ts';
import { NO_PANEL, receiveCalls } from '../call-panel.ts';
import type { Motion } from '../call-panel.ts';
import type { Clock } from '../clock.ts';
import type { Feed, FeedState, Obstacle } from '../feed.ts';
import { queuePageAt } from '../queue-pages.ts';
import type { BoardQueue } from '../queue-pages.ts';
import { screenShape } from '../screen-shape.ts';
import { openScreenStore } from '../screen-store.ts';
import type { ScreenStore } from '../screen-store.ts';

export interface ShownBoard {
  readonly picture: BoardPicture;
  readonly status: BoardStatus | null;
  /** The page of queues that is on show. */
  readonly queues: readonly BoardQueue[];
  readonly hallOffsetMs: number | null;
  readonly obstacle: Obstacle | null;
}

export function openBoardStore(
  feed: Pick<Feed, 'state' | 'subscribe'>,
  clock: Clock,
  motion: () => Motion,
): ScreenStore<ShownBoard> {
  let panel = NO_PANEL;
  let taken: BoardCalls | null = null;

  function take({ views, hallOffsetMs }: FeedState, now: number): void {
    if (views.boardCalls === null || views.boardCalls === taken) return;
    taken = views.boardCalls;
    panel = receiveCalls(panel, taken.calls, { now, hallNow: now + (hallOffsetMs ?? 0) }, motion());
  }
  function show(state: FeedState, now: number): { shown: ShownBoard; nextAt: number | null } {
    const { views, freshAt, hallOffsetMs, obstacle } = state;
    const calls = views.boardCalls?.calls ?? null;
    const { isStill } = motion();
    const picture = boardAt({ calls, panel, freshAt, hallOffsetMs: hallOffsetMs ?? 0, isStill }, now);
    const page = queuePageAt(views.boardStatus?.queues ?? [], now, screenShape());
    return {
      shown: { picture, status: views.boardStatus, queues: page.queues, hallOffsetMs, obstacle },
      nextAt: soonest(now, [picture.nextAt, page.nextAt]),
    };
  }
  return openScreenStore(feed, clock, { take, show });
}
