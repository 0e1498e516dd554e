// Rule Q21: what a pause keeps, and how long it was.
import { describe, expect, it } from 'vitest';
import { clerkStatus } from './views/clerk.ts';
import { TestingHall } from '../testing/testing-hall.ts';

const MINUTE_MS = 60_000;

describe('pauses', () => {
  const today = (hall: TestingHall) => clerkStatus(hall.state, 'w1')?.today;

  it('Q21 a pause keeps the clerk, is told while it lasts, and is counted at its end', () => {
    const hall = TestingHall.open();
    const since = hall.now;
    hall.do({ type: 'pauseWindow', windowId: 'w1', reason: 'meal' });
    hall.now += 10 * MINUTE_MS;
    expect(hall.state.windows.get('w1')?.staffNo).toBe('1');
    expect(today(hall)).toMatchObject({ pausedMs: 0, pausedSinceAt: since });
    hall.do({ type: 'resumeWindow', windowId: 'w1' });
    expect(today(hall)).toMatchObject({ pausedMs: 10 * MINUTE_MS, pausedSinceAt: null });
    hall.do({ type: 'pauseWindow', windowId: 'w1', reason: 'away' });
    hall.now += MINUTE_MS;
    hall.do({ type: 'resumeWindow', windowId: 'w1' });
    expect(today(hall)).toMatchObject({ pausedMs: 11 * MINUTE_MS, pausedSinceAt: null });
  });

  it('Q21 signing out ends the pause and counts it for who paused; the next clerk begins unpaused', () => {
    const hall = TestingHall.open();
    hall.do({ type: 'pauseWindow', windowId: 'w1', reason: 'meeting' });
    hall.now += 5 * MINUTE_MS;
    hall.do({ type: 'signOut', windowId: 'w1' });
    expect(hall.state.figures.get('1')).toMatchObject({ pausedMs: 5 * MINUTE_MS });
    hall.do({ type: 'signOut', windowId: 'w2' });
    hall.do({ type: 'signIn', windowId: 'w1', staffNo: '2' });
    expect(today(hall)).toMatchObject({ pausedMs: 0, pausedSinceAt: null });
    expect(hall.refusal({ type: 'resumeWindow', windowId: 'w1' })).toBe('windowNotPaused');
  });
});
