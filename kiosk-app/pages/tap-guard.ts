// One intention, one action: a hand that trembles taps twice.
export const SECOND_TAP_MS = 600;

/**
 * Says for each tap whether it counts: not within 600 ms of the last that did. Keys of a pad are typed faster: they do not put
 * off what follows, but the second half of a double tap is no key either. `now`: monotonic ms.
 */
export function tapGuard(now: () => number): (isKey?: boolean) => boolean {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (isKey = false) => {
    const at = now();
    if (at - lastAt < SECOND_TAP_MS) return false;
    if (!isKey) lastAt = at;
    return true;
  };
}
