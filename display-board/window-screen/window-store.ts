// The window screen's memory: the fade of the newest call, and what the screen shows of the newest views.
import type { WindowScreenCalls, WindowScreenStatus } from '@jiaohao/contracts/views';
import type { Fade, Motion } from '../call-panel.ts';
import type { Clock } from '../clock.ts';
import type { Feed, FeedState, Obstacle } from '../feed.ts';
import { openScreenStore } from '../screen-store.ts';
import type { ScreenStore } from '../screen-store.ts';
import { fadeAfter, windowScreenAt } from '../window-model.ts';
import type { WindowPicture } from '../window-model.ts';

export interface ShownWindow {
  readonly picture: WindowPicture;
  readonly status: WindowScreenStatus | null;
  readonly obstacle: Obstacle | null;
}

export function openWindowStore(
  feed: Pick<Feed, 'state' | 'subscribe'>,
  clock: Clock,
  motion: () => Motion,
): ScreenStore<ShownWindow> {
  let fade: Fade | null = null;
  let taken: WindowScreenCalls | null = null;

  function take({ views, hallOffsetMs }: FeedState, now: number): void {
    const calls = views.windowScreenCalls;
    if (calls === null || calls === taken) return;
    fade = fadeAfter(taken, calls, fade, { now, hallNow: now + (hallOffsetMs ?? 0) }, motion());
    taken = calls;
  }
  function show(state: FeedState, now: number): { shown: ShownWindow; nextAt: number | null } {
    const { views, freshAt, hallOffsetMs, obstacle } = state;
    const matter = { calls: views.windowScreenCalls, fade, freshAt, hallOffsetMs: hallOffsetMs ?? 0 };
    const picture = windowScreenAt(matter, now);
    return { shown: { picture, status: views.windowScreenStatus, obstacle }, nextAt: picture.nextAt };
  }
  return openScreenStore(feed, clock, { take, show });
}
