// Proves that nothing on a board grows with its calls: 100,000 of them through the board's own store and receipts.
import { describe, expect, it } from 'vitest';
import type { FeedState } from './feed.ts';
import { NO_VIEWS } from './display-views.ts';
import { MOVING } from './call-panel.ts';
import type { BoardCall } from './call-panel.ts';
import { openBoardStore } from './hall-board/board-store.ts';
import { PaintedReceipts } from './painted-receipts.ts';
import { fakeClock } from './testing/fake-clock.ts';

const CALLS = 100_000;
const ON_BOARD = 12;
const BETWEEN_MS = 3_000;

describe('a board after 100,000 calls', () => {
  it('shows the newest, keeps no more timers and listeners than after the first, and sends each receipt once', () => {
    const clock = fakeClock();
    let timers = 0;
    const counting = {
      now: clock.now,
      after: (delayMs: number, action: () => void) => {
        timers += 1;
        let isOver = false;
        const end = (): void => {
          if (!isOver) timers -= 1;
          isOver = true;
        };
        const cancel = clock.after(delayMs, () => {
          end();
          action();
        });
        return () => {
          end();
          cancel();
        };
      },
    };
    let state: FeedState = { views: NO_VIEWS, hallOffsetMs: 0, freshAt: 0, obstacle: null, serverStartedAt: 1 };
    let tell = (): void => undefined;
    const feed = { state: () => state, subscribe: (listener: () => void) => ((tell = listener), () => undefined) };
    const store = openBoardStore(feed, counting, () => MOVING);
    const sent: number[] = [];
    const receipts = new PaintedReceipts(clock.now);
    receipts.linkUp((callSeq) => sent.push(callSeq));

    let calls: readonly BoardCall[] = [];
    let mostTimers = 0;
    for (let callSeq = 1; callSeq <= CALLS; callSeq += 1) {
      const call = {
        callSeq,
        ticketNumber: 'A001',
        windowLabel: '5',
        calledAt: clock.now(),
        callCount: 1,
        startedAt: null,
      };
      calls = [call, ...calls].slice(0, ON_BOARD);
      state = {
        ...state,
        views: { ...NO_VIEWS, boardCalls: { seq: callSeq, calls: [...calls] } },
        freshAt: clock.now(),
      };
      tell();
      receipts.painted(callSeq);
      clock.advance(BETWEEN_MS);
      mostTimers = Math.max(mostTimers, timers);
    }
    expect(mostTimers).toBe(1);
    expect(sent).toHaveLength(CALLS);
    const { scene } = store.shown().picture;
    expect(scene.kind === 'panel' ? scene.rows.length : 0).toBeLessThanOrEqual(3);
    expect(scene).toMatchObject({ kind: 'panel', rows: [{ callSeq: CALLS }, {}, {}] });
  });
});
