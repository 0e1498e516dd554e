// Whether this display moves at all: the system's wish for reduced motion, or the hall's in the display's address (`?motion=still`).
import { MOVING, STILL } from './call-panel.ts';
import type { Motion } from './call-panel.ts';

/** `still` and `moving` in the address stand above the system's setting: a TV's system is seldom set by anybody. */
export function motionFor(search: string, isReducedBySystem: boolean): Motion {
  switch (new URLSearchParams(search).get('motion')) {
    case 'still':
      return STILL;
    case 'moving':
      return MOVING;
    default:
      return isReducedBySystem ? STILL : MOVING;
  }
}
