// The end of a staff's page that nobody touches: told once, because the page may stay where it is.
import type { Fingers } from './fingers.ts';
import { runLimit } from './use-time-limit.ts';

/** Calls `onOver` when nobody has touched the page or a key for so long; again only after somebody has. Returns the function that ends it. */
export function runStaffLimit(limitMs: number, fingers: Fingers, onOver: () => void): () => void {
  let isTold = false;
  const heedTouch = (secondsLeft: number): void => {
    if (secondsLeft > 0) isTold = false;
  };
  return runLimit({ limitMs, isRestartedByTouch: true }, fingers, heedTouch, () => {
    if (!isTold) onOver();
    isTold = true;
  });
}
