// Proves the rules of the silent call: what is announced, how long it holds, how often its border fades.
import { describe, expect, it } from 'vitest';
import { MOVING, NO_PANEL, STILL, receiveCalls } from './call-panel.ts';
import type { BoardCall, CallPanel } from './call-panel.ts';

/** Hall time runs 1,000,000 ms ahead of the display's own clock. */
const OFFSET_MS = 1_000_000;

function call(callSeq: number, calledAtLocal: number, more: Partial<BoardCall> = {}): BoardCall {
  const calledAt = calledAtLocal + OFFSET_MS;
  return { callSeq, ticketNumber: `A${callSeq}`, windowLabel: '5', calledAt, callCount: 1, startedAt: null, ...more };
}

function receive(panel: CallPanel, calls: readonly BoardCall[], now: number, motion = MOVING): CallPanel {
  return receiveCalls(panel, calls, { now, hallNow: now + OFFSET_MS }, motion);
}

const seqs = (panel: CallPanel): readonly number[] => panel.rows.map((row) => row.callSeq);

describe('what is announced', () => {
  it('announces a call younger than the hold and holds it 8 s from then', () => {
    const panel = receive(NO_PANEL, [call(10, 49_500)], 50_000);
    expect(seqs(panel)).toEqual([10]);
    expect(panel.until).toBe(58_000);
  });

  it('does not replay calls that are older than the hold when it connects', () => {
    const panel = receive(NO_PANEL, [call(11, 42_001), call(10, 42_000)], 50_000);
    expect(seqs(panel)).toEqual([11]);
  });

  it('does not announce a call twice, even when the view comes again within the hold', () => {
    const first = receive(NO_PANEL, [call(10, 50_000)], 50_000);
    const again = receive(first, [call(10, 50_000, { startedAt: 53_000 + OFFSET_MS })], 53_000);
    expect(again.until).toBe(58_000);
    expect(receive(again, [call(10, 50_000)], 57_999).until).toBe(58_000);
  });

  it('announces a recall: it has a seq of its own, and takes the place of the call before', () => {
    const first = receive(NO_PANEL, [call(10, 50_000)], 50_000);
    const recalled = receive(first, [call(11, 52_000, { ticketNumber: 'A10', callCount: 2 })], 52_000);
    expect(recalled.rows).toEqual([call(11, 52_000, { ticketNumber: 'A10', callCount: 2 })]);
    expect(recalled.until).toBe(60_000);
  });
});

describe('further calls', () => {
  const one = receive(NO_PANEL, [call(10, 50_000)], 50_000);
  const two = receive(one, [call(11, 53_000), call(10, 50_000)], 53_000);
  const three = receive(two, [call(12, 54_000), call(11, 53_000), call(10, 50_000)], 54_000);

  it('become two, then three rows, newest on top, and prolong the hold', () => {
    expect([seqs(two), seqs(three)]).toEqual([
      [11, 10],
      [12, 11, 10],
    ]);
    expect(three.until).toBe(62_000);
  });

  it('push the oldest out at the fourth', () => {
    const four = receive(three, [call(13, 55_000), ...three.rows], 55_000);
    expect(seqs(four)).toEqual([13, 12, 11]);
  });

  it('start a panel of their own after the hold', () => {
    expect(seqs(receive(one, [call(11, 58_000), call(10, 50_000)], 58_000))).toEqual([11]);
  });

  it('come several at once when the link was slow', () => {
    expect(seqs(receive(NO_PANEL, [call(12, 49_000), call(11, 48_000)], 50_000))).toEqual([12, 11]);
  });

  it('leave at once what the hall took back, and end an empty panel', () => {
    expect(seqs(receive(two, [call(11, 53_000)], 53_500))).toEqual([11]);
    const empty = receive(two, [], 53_500);
    expect([empty.rows, empty.until]).toEqual([[], 53_500]);
  });
});

describe('the border', () => {
  it('fades three times for a call', () => {
    expect(receive(NO_PANEL, [call(10, 50_000)], 50_000).fade).toEqual({ startedAt: 50_000, cycles: 3 });
  });

  it('goes on without a new start when a call comes while it fades: never two flashes in a second', () => {
    const one = receive(NO_PANEL, [call(10, 50_000)], 50_000);
    const two = receive(one, [call(11, 51_400), call(10, 50_000)], 51_400);
    expect(two.fade).toEqual({ startedAt: 50_000, cycles: 5 });
  });

  it('starts a new run when the one before is over', () => {
    const one = receive(NO_PANEL, [call(10, 50_000)], 50_000);
    const two = receive(one, [call(11, 55_300), call(10, 50_000)], 55_300);
    expect(two.fade).toEqual({ startedAt: 55_300, cycles: 3 });
  });

  it('does not fade under reduced motion, where the call holds 12 s', () => {
    const panel = receive(NO_PANEL, [call(10, 50_000)], 50_000, STILL);
    expect([panel.fade, panel.until]).toEqual([null, 62_000]);
  });
});
