// How long the applicant has been waiting for an answer: at once nothing changes, then it is said, then a second touch is warned of.
import { useEffect, useState } from 'react';

export type Slowness = 'none' | 'noticed' | 'long';

const NOTICED_AFTER_MS = 300;
const LONG_AFTER_MS = 3000;

/** Counts from the moment at which `work` became this one; null = nothing is under way. */
export function useSlowness(work: object | null): Slowness {
  const [seen, setSeen] = useState<{ readonly work: object; readonly slowness: Slowness } | null>(null);
  useEffect(() => {
    if (work === null) return undefined;
    const timers = [
      setTimeout(() => setSeen({ work, slowness: 'noticed' }), NOTICED_AFTER_MS),
      setTimeout(() => setSeen({ work, slowness: 'long' }), LONG_AFTER_MS),
    ];
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, [work]);
  return seen !== null && seen.work === work ? seen.slowness : 'none';
}
