// How the screen hangs: sizes of the drawing differ between a wide and a tall one, so components ask which it is.
import { useSyncExternalStore } from 'react';

export type ScreenShape = 'landscape' | 'portrait';

const tall = typeof matchMedia === 'undefined' ? null : matchMedia('(orientation: portrait)');

export function screenShape(): ScreenShape {
  return tall?.matches === true ? 'portrait' : 'landscape';
}

/** Follows a screen that is turned. The drawing is 1920 x 1080, or 1080 x 1920 where it stands upright. */
export function useScreenShape(): ScreenShape {
  return useSyncExternalStore(subscribe, screenShape);
}

function subscribe(changed: () => void): () => void {
  tall?.addEventListener('change', changed);
  return () => tall?.removeEventListener('change', changed);
}
