// Proves what the hall board shows at a moment, rule by rule, on a clock that the test turns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardAt, callsOnShow, soonest } from './board-model.ts';
import type { BoardMatter, Scene } from './board-model.ts';
import { MOVING, NO_PANEL, receiveCalls } from './call-panel.ts';
import type { BoardCall } from './call-panel.ts';

const OFFSET_MS = 1_000_000;

function call(callSeq: number, startedAtLocal: number | null = null): BoardCall {
  const startedAt = startedAtLocal === null ? null : startedAtLocal + OFFSET_MS;
  return { callSeq, ticketNumber: `A${callSeq}`, windowLabel: '5', calledAt: OFFSET_MS, callCount: 1, startedAt };
}

function matter(calls: readonly BoardCall[] | null, more: Partial<BoardMatter> = {}): BoardMatter {
  return { calls, panel: NO_PANEL, freshAt: 100_000, hallOffsetMs: OFFSET_MS, isStill: false, ...more };
}

/** A board that received call 9 as a new one at 100,000, with older ones below. */
function calling(): BoardMatter {
  const calls = [{ ...call(9), calledAt: 100_000 + OFFSET_MS }, call(8), call(7), call(6), call(5), call(4)];
  const panel = receiveCalls(NO_PANEL, calls, { now: 100_000, hallNow: 100_000 + OFFSET_MS }, MOVING);
  return matter(calls, { panel });
}

const listed = (scene: Scene): readonly number[] =>
  scene.kind === 'list' ? scene.calls.map((each) => each.callSeq) : [];

describe('the normal board', () => {
  it('shows the five newest calls', () => {
    const { scene } = boardAt(matter([9, 8, 7, 6, 5, 4].map((seq) => call(seq))), 100_000);
    expect(listed(scene)).toEqual([9, 8, 7, 6, 5]);
  });

  it('drops a number 30 s after serving began, and says when', () => {
    const calls = [call(9), call(8, 71_000), call(7)];
    const before = boardAt(matter(calls), 100_999);
    expect(listed(before.scene)).toEqual([9, 8, 7]);
    expect(before.nextAt).toBe(101_000);
    expect(listed(boardAt(matter(calls), 101_000).scene)).toEqual([9, 7]);
  });

  it('is an empty list when there are no calls, and starting before the first view', () => {
    expect(boardAt(matter([]), 100_000).scene).toEqual({ kind: 'list', calls: [], fadingOver: [] });
    expect(boardAt(matter(null), 100_000).scene).toEqual({ kind: 'starting' });
  });
});

describe('a new call', () => {
  it('stands in the panel with the four before it below', () => {
    const { scene, nextAt } = boardAt(calling(), 100_000);
    if (scene.kind !== 'panel') throw new Error(`no panel but ${scene.kind}`);
    expect(scene.rows.map((row) => row.callSeq)).toEqual([9]);
    expect(scene.below.map((row) => row.callSeq)).toEqual([8, 7, 6, 5]);
    expect(nextAt).toBe(105_000);
  });

  it('gives way after 8 s to the list in one cross-fade of 200 ms', () => {
    const board = { ...calling(), freshAt: 107_999 };
    expect(boardAt(board, 107_999)).toMatchObject({ scene: { kind: 'panel' }, nextAt: 108_000 });
    const fading = boardAt(board, 108_000);
    expect(listed(fading.scene)).toEqual([9, 8, 7, 6, 5]);
    expect(fading.scene).toMatchObject({ fadingOver: [{ callSeq: 9 }] });
    expect(fading.nextAt).toBe(108_200);
    expect(boardAt(board, 108_200).scene).toMatchObject({ kind: 'list', fadingOver: [] });
  });

  it('gives way without a cross-fade under reduced motion', () => {
    expect(boardAt({ ...calling(), isStill: true }, 108_000).scene).toMatchObject({ kind: 'list', fadingOver: [] });
  });
});

describe('a board that hears nothing', () => {
  const calls = [9, 8, 7, 6, 5].map((seq) => call(seq));

  it('says so in small after 5 s and goes on showing', () => {
    expect(boardAt(matter(calls), 104_999).isInterrupted).toBe(false);
    expect(boardAt(matter(calls), 105_000)).toMatchObject({
      isInterrupted: true,
      scene: { kind: 'list' },
      nextAt: 115_000,
    });
  });

  it('gives up after 15 s: four old numbers, as of the last heartbeat in hall time', () => {
    const { scene, isInterrupted } = boardAt(matter(calls), 115_000);
    expect(scene).toEqual({ kind: 'stale', calls: calls.slice(0, 4), asOf: 100_000 + OFFSET_MS });
    expect(isInterrupted).toBe(false);
  });

  it('gives up in the middle of a call, too', () => {
    expect(boardAt({ ...calling(), freshAt: 90_000 }, 105_000).scene.kind).toBe('stale');
  });

  it('forgets the old numbers after 5 min', () => {
    expect(boardAt(matter(calls), 399_999).scene).toMatchObject({ kind: 'stale', calls: { length: 4 } });
    expect(boardAt(matter(calls), 400_000)).toEqual({
      scene: { kind: 'stale', calls: [], asOf: 100_000 + OFFSET_MS },
      isInterrupted: false,
      nextAt: null,
    });
  });

  it('gives up without numbers and without a time when it never heard anything', () => {
    expect(boardAt(matter(null), 115_000).scene).toEqual({ kind: 'stale', calls: [], asOf: null });
  });

  it('is normal again with the first sign of life', () => {
    expect(boardAt(matter(calls, { freshAt: 500_000 }), 500_001)).toMatchObject({
      isInterrupted: false,
      scene: { kind: 'list' },
    });
  });
});

describe('receipts', () => {
  it('speak of every number that stands on the board and of none that does not', () => {
    expect(callsOnShow(boardAt(calling(), 100_000).scene)).toEqual([9, 8, 7, 6, 5]);
    expect(callsOnShow(boardAt({ ...calling(), freshAt: 108_300 }, 108_300).scene)).toEqual([9, 8, 7, 6, 5]);
    expect(callsOnShow(boardAt(calling(), 120_000).scene)).toEqual([]);
    expect(callsOnShow({ kind: 'starting' })).toEqual([]);
  });
});

describe('time alone', () => {
  it('changes nothing before nextAt, whatever the board holds', () => {
    const instants = fc.integer({ min: 60_000, max: 140_000 });
    const calls = fc
      .array(fc.record({ calledAt: instants, startedAt: fc.option(instants) }), { maxLength: 12 })
      .map((rows) =>
        rows.map(({ calledAt, startedAt }, place) => ({
          ...call(100 - place, startedAt),
          calledAt: calledAt + OFFSET_MS,
        })),
      );
    fc.assert(
      fc.property(calls, instants, instants, fc.integer({ min: 0, max: 400_000 }), (rows, freshAt, cameAt, laterMs) => {
        const panel = receiveCalls(NO_PANEL, rows, { now: cameAt, hallNow: cameAt + OFFSET_MS }, MOVING);
        const board = matter(rows, { panel, freshAt });
        const now = Math.max(freshAt, cameAt);
        const { nextAt, ...picture } = boardAt(board, now);
        const later = Math.min(now + laterMs, (nextAt ?? Infinity) - 1);
        const { scene, isInterrupted } = boardAt(board, later);
        expect({ scene, isInterrupted }).toEqual(picture);
        expect(nextAt ?? Infinity).toBeGreaterThan(now);
      }),
    );
  });

  it('takes the first of several times that is still ahead', () => {
    expect(soonest(10, [null, 10, 30, 20])).toBe(20);
    expect(soonest(10, [null, 9])).toBeNull();
  });
});
