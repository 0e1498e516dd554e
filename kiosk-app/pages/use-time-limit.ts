// Runs the time limit of what is on the glass; never while a finger is down.
import { useEffect, useState } from 'react';
import type { Journey } from './journey-state.ts';
import { screenOf } from './journey-state.ts';
import { timeLimitOf } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

const TICK_MS = 200;

/** Whole seconds left, null where there is no limit. */
export function useTimeLimit(journey: Journey, onOver: () => void): number | null {
  const limit = timeLimitOf(journey);
  const limitMs = limit?.limitMs ?? null;
  const isRestartedByTouch = limit?.isRestartedByTouch ?? false;
  const { page, overlay, card, readFailures, language } = journey;
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
    return runLimit({ limitMs, isRestartedByTouch }, show, onOver);
    // A card that is laid, lifted or misread is somebody at the kiosk, as much as a touch.
  }, [limitMs, isRestartedByTouch, page, screen, overlay, card, readFailures, language, onOver]);

  if (limitMs === null) return null;
  return left?.page === page && left.screen === screen ? left.seconds : Math.ceil(limitMs / 1000);
}

function runLimit(limit: TimeLimit, onSeconds: (seconds: number) => void, onOver: () => void): () => void {
  let endsAt = performance.now() + limit.limitMs;
  const fingers = new Set<number>();
  const restart = (): void => {
    if (limit.isRestartedByTouch) endsAt = performance.now() + limit.limitMs;
  };
  const onDown = (event: PointerEvent): void => {
    fingers.add(event.pointerId);
    restart();
  };
  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    restart();
  };
  window.addEventListener('pointerdown', onDown);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onUp);
  window.addEventListener('keydown', restart);
  const timer = setInterval(() => {
    const leftMs = endsAt - performance.now();
    onSeconds(Math.max(0, Math.ceil(leftMs / 1000)));
    if (leftMs <= 0 && fingers.size === 0) onOver();
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    window.removeEventListener('pointerdown', onDown);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onUp);
    window.removeEventListener('keydown', restart);
  };
}
