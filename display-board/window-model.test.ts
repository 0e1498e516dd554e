// Proves what the screen above a window shows in each phase, and when its border fades.
import { describe, expect, it } from 'vitest';
import type { WindowScreenCalls } from '@jiaohao/contracts/views';
import { MOVING, STILL } from './call-panel.ts';
import { fadeAfter, isCallYoung, windowScreenAt } from './window-model.ts';

const OFFSET_MS = 1_000_000;
const called = (callSeq: number, calledAtLocal: number, callCount = 1): WindowScreenCalls => ({
  seq: callSeq,
  phase: 'called',
  ticketNumber: 'A012',
  callSeq,
  calledAt: calledAtLocal + OFFSET_MS,
  callCount,
});
const phase = (name: WindowScreenCalls['phase']): WindowScreenCalls => ({
  seq: 1,
  phase: name,
  ticketNumber: null,
  callSeq: null,
  calledAt: null,
  callCount: 0,
});
const at = (calls: WindowScreenCalls | null, now: number) =>
  windowScreenAt({ calls, fade: null, freshAt: 100_000, hallOffsetMs: OFFSET_MS }, now);
const times = (now: number) => ({ now, hallNow: now + OFFSET_MS });

describe('phases', () => {
  it('shows the called number until the phase changes, and that it was called again', () => {
    expect(at(called(7, 50_000), 100_000).scene).toMatchObject({
      kind: 'called',
      ticketNumber: 'A012',
      isAgain: false,
    });
    expect(at(called(8, 50_000, 2), 100_000).scene).toMatchObject({ kind: 'called', isAgain: true });
  });

  it('shows the number that is served', () => {
    const serving: WindowScreenCalls = { ...called(7, 50_000), phase: 'serving' };
    expect(at(serving, 100_000).scene).toEqual({ kind: 'serving', ticketNumber: 'A012' });
  });

  it.each(['free', 'paused', 'closed'] as const)('shows no number when %s', (name) => {
    expect(at({ ...called(7, 50_000), phase: name }, 100_000).scene).toEqual({ kind: name });
  });

  it('never shows an empty panel for a call without a number', () => {
    expect(at({ ...phase('called') }, 100_000).scene).toEqual({ kind: 'free' });
  });

  it('becomes interrupted, then stale without numbers', () => {
    expect(at(called(7, 50_000), 105_000)).toMatchObject({ isInterrupted: true, scene: { kind: 'called' } });
    expect(at(called(7, 50_000), 115_000).scene).toEqual({ kind: 'stale', asOf: 100_000 + OFFSET_MS });
    expect(at(null, 115_000).scene).toEqual({ kind: 'stale', asOf: null });
    expect(at(null, 100_000).scene).toEqual({ kind: 'starting' });
  });
});

describe('the border', () => {
  it('fades for a new call and for a recall, not for one that is old when the screen connects', () => {
    expect(fadeAfter(null, called(7, 95_000), null, times(100_000), MOVING)).toEqual({ startedAt: 100_000, cycles: 3 });
    expect(fadeAfter(called(7, 50_000), called(8, 99_900, 2), null, times(100_000), MOVING)).not.toBeNull();
    expect(fadeAfter(null, called(7, 92_000), null, times(100_000), MOVING)).toBeNull();
  });

  it('goes on when the same call comes again, and ends with the phase', () => {
    const fade = { startedAt: 99_000, cycles: 3 };
    expect(fadeAfter(called(7, 99_000), called(7, 99_000), fade, times(100_000), MOVING)).toBe(fade);
    expect(fadeAfter(called(7, 99_000), phase('free'), fade, times(100_000), MOVING)).toBeNull();
  });

  it('rests under reduced motion', () => {
    expect(fadeAfter(null, called(7, 99_000), null, times(100_000), STILL)).toBeNull();
  });
});

describe('a quiet moment', () => {
  it('is not while somebody may be looking for the call', () => {
    const call = called(7, 99_000);
    expect(isCallYoung(call, 100_000 + OFFSET_MS, MOVING)).toBe(true);
    expect(isCallYoung(call, 107_000 + OFFSET_MS, MOVING)).toBe(false);
    expect(isCallYoung(call, 107_000 + OFFSET_MS, STILL)).toBe(true);
    expect(isCallYoung(phase('free'), 100_000 + OFFSET_MS, MOVING)).toBe(false);
    expect(isCallYoung(null, 100_000, MOVING)).toBe(false);
  });
});
