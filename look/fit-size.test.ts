// Proves that a number always fits its box and is never larger than its role.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSizePx, numberSpacingEm } from './fit-size.tsx';

/** B612 digits are all 0.65 em wide. */
const measureEm = (text: string): number => text.length * 0.65;

describe('fitSizePx', () => {
  it('keeps the size of the role where the box is wide enough', () => {
    expect(fitSizePx('A012', 400, 1000, measureEm)).toBe(400);
  });

  it('shrinks to the box: 4 digits of 0.65 em, 3 gaps of -0.045 em', () => {
    expect(fitSizePx('W999', 400, 740, measureEm)).toBeCloseTo(740 / (2.6 - 0.135), 6);
  });

  it('never exceeds the role nor the box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 10, max: 600 }),
        fc.integer({ min: 0, max: 4000 }),
        (length, maxPx, widthPx) => {
          const text = '8'.repeat(length);
          const sizePx = fitSizePx(text, maxPx, widthPx, measureEm);
          const drawnPx = sizePx * (measureEm(text) + (length - 1) * numberSpacingEm(sizePx));
          expect(sizePx).toBeLessThanOrEqual(maxPx);
          expect(drawnPx).toBeLessThanOrEqual(widthPx + 1e-6);
        },
      ),
    );
  });
});
