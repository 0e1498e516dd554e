// Runs the time limit of what is on the glass. While a finger is down no time passes: a slow hand is never cut off.
import { useEffect, useState } from 'react';
import type { Fingers } from './fingers.ts';
import type { Journey } from './journey-state.ts';
import { screenOf } from './journey-state.ts';
import { timeLimitOf } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

const TICK_MS = 200;

/** Whole seconds left, null where there is no limit. */
export function useTimeLimit(journey: Journey, fingers: Fingers, onOver: () => void): number | null {
  const limit = timeLimitOf(journey);
  const limitMs = limit?.limitMs ?? null;
  const isRestartedByTouch = limit?.isRestartedByTouch ?? false;
  const { page, overlay, card, readFailures, language, typeSize } = journey;
  const screen = screenOf(journey);
  const [left, setLeft] = useState<{ readonly page: object; readonly screen: string; readonly seconds: number } | null>(
    null,
  );

  useEffect(() => {
    if (limitMs === null) return undefined;
    const show = (seconds: number): void =>
      setLeft((shown) =>
        shown?.page === page && shown.screen === screen && shown.seconds === seconds
          ? shown
          : { page, screen, seconds },
      );
    return runLimit({ limitMs, isRestartedByTouch }, fingers, show, onOver);
    // A card that is laid, lifted or misread is somebody at the kiosk, as much as a touch.
  }, [limitMs, isRestartedByTouch, page, screen, overlay, card, readFailures, language, typeSize, fingers, onOver]);

  if (limitMs === null) return null;
  return left?.page === page && left.screen === screen ? left.seconds : Math.ceil(limitMs / 1000);
}

/** Calls `onOver` when the limit has run out. Returns the function that ends it. */
export function runLimit(
  limit: TimeLimit,
  fingers: Fingers,
  onSeconds: (seconds: number) => void,
  onOver: () => void,
): () => void {
  let leftMs = limit.limitMs;
  let countedAt = performance.now();
  const restart = (): void => {
    if (limit.isRestartedByTouch) leftMs = limit.limitMs;
  };
  const stopListening = fingers.subscribe(restart);
  window.addEventListener('keydown', restart);
  const timer = setInterval(() => {
    const now = performance.now();
    if (fingers.count() === 0) leftMs -= now - countedAt;
    countedAt = now;
    onSeconds(Math.max(0, Math.ceil(leftMs / 1000)));
    if (leftMs <= 0 && fingers.count() === 0) onOver();
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    stopListening();
    window.removeEventListener('keydown', restart);
  };
}
