// One intention, one action: a hand that trembles taps twice.
export const SECOND_TAP_MS = 600;

/** Says for each tap whether it counts: not within 600 ms of the last that did. `now`: monotonic ms. */
export function tapGuard(now: () => number): () => boolean {
  let lastAt = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    if (at - lastAt < SECOND_TAP_MS) return false;
    lastAt = at;
    return true;
  };
}
