// Proves who decides whether a display moves: its address, else the system.
import { describe, expect, it } from 'vitest';
import { MOVING, STILL } from './call-panel.ts';
import { motionFor } from './motion.ts';

describe('motionFor', () => {
  it.each([
    ['', false, MOVING],
    ['', true, STILL],
    ['?motion=still', false, STILL],
    ['?motion=moving', true, MOVING],
    ['?motion=fast', true, STILL],
  ])('%j with reduced motion %s', (search, isReduced, expected) => expect(motionFor(search, isReduced)).toBe(expected));

  it('keeps a call longer where nothing moves', () => expect(STILL.holdMs).toBe(12_000));
});
