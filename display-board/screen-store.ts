// Turns what the feed holds into what a screen shows, and again when time alone changes it: the only bridge between clock and React.
import type { Clock } from './clock.ts';
import type { Feed, FeedState } from './feed.ts';

export interface ScreenStore<Shown> {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changed. */
  readonly shown: () => Shown;
}

export interface Fold<Shown> {
  /** Folds the newest state in; called for each change of the feed, in order. */
  readonly take: (state: FeedState, now: number) => void;
  /** What stands on the screen now, and when that changes by itself (local clock). */
  readonly show: (state: FeedState, now: number) => { readonly shown: Shown; readonly nextAt: number | null };
}

export function openScreenStore<Shown>(
  feed: Pick<Feed, 'state' | 'subscribe'>,
  clock: Clock,
  fold: Fold<Shown>,
): ScreenStore<Shown> {
  const listeners = new Set<() => void>();
  let cancelTimer = (): void => undefined;

  function look(): Shown {
    cancelTimer();
    const now = clock.now();
    const { shown, nextAt } = fold.show(feed.state(), now);
    if (nextAt !== null) cancelTimer = clock.after(Math.max(0, nextAt - now), refresh);
    return shown;
  }
  function refresh(): void {
    current = look();
    for (const listener of listeners) listener();
  }

  fold.take(feed.state(), clock.now());
  let current = look();
  feed.subscribe(() => {
    fold.take(feed.state(), clock.now());
    refresh();
  });
  return {
    shown: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
