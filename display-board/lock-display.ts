// A display is looked at and never touched: keys, fingers and mouse change nothing on it, and the cursor does not stay in the way.
import type { Clock } from './clock.ts';

/** A cursor that rests this long is hidden. */
export const CURSOR_HIDDEN_AFTER_MS = 3_000;
/** For whoever sets the display up: the whole screen, and nothing else. */
const KEYS_LEFT = ['F11'];
const NOT_FOR_DISPLAYS = [
  'contextmenu',
  'selectstart',
  'dragstart',
  'dragover',
  'drop',
  'touchstart',
  'touchmove',
  'gesturestart',
  'mousedown',
  'auxclick',
  'dblclick',
] as const;
const HIDDEN = 'cursor-hidden';

export function lockDisplay(root: HTMLElement, clock: Clock): void {
  // Not passive: browsers make touch and wheel listeners passive by themselves, and a passive one cannot keep a pinch away.
  const active = { passive: false, capture: true };
  const refuse = (event: Event): void => event.preventDefault();
  for (const kind of NOT_FOR_DISPLAYS) addEventListener(kind, refuse, active);
  addEventListener('wheel', refuse, active);
  addEventListener('keydown', refuseKey, active);

  let cancel = clock.after(0, () => root.classList.add(HIDDEN));
  addEventListener('mousemove', (event) => {
    // Some screens report a move of nothing when the picture below the cursor changes.
    if (event.movementX === 0 && event.movementY === 0) return;
    cancel();
    root.classList.remove(HIDDEN);
    cancel = clock.after(CURSOR_HIDDEN_AFTER_MS, () => root.classList.add(HIDDEN));
  });
}

function refuseKey(event: KeyboardEvent): void {
  if (!KEYS_LEFT.includes(event.key)) event.preventDefault();
}
