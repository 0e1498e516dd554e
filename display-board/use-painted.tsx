// Tells the hall that calls are visible: after the frame that holds them, not when the page was merely told to draw them.
import { useLayoutEffect } from 'react';

/**
 * React has committed when a layout effect runs; the first animation frame comes before that commit is painted, the second after.
 * A hidden page gets no frames, so it confirms nothing.
 */
export function usePainted(callSeqs: readonly number[], painted: (callSeq: number) => void): void {
  const key = callSeqs.join(' ');
  useLayoutEffect(() => {
    if (key === '') return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        for (const callSeq of key.split(' ')) painted(Number(callSeq));
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [key, painted]);
}
