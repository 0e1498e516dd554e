// A tablet for everybody: no zoom, no menus, no dragging; and the desk knows when a finger rests on the glass.
import type { PadDesk } from './pad-desk.ts';

const REFUSED = ['contextmenu', 'dragstart', 'drop', 'gesturestart'] as const;

export function lockGlass(page: Document, desk: Pick<PadDesk, 'fingers' | 'happens'>): void {
  for (const kind of REFUSED) page.addEventListener(kind, (event) => event.preventDefault());
  page.addEventListener('pointerdown', () => {
    desk.fingers(true);
    desk.happens({ type: 'stirred' });
  });
  // `click` comes after `pointerup`: the release is done before the clock is looked at again.
  for (const kind of ['pointerup', 'pointercancel'] as const) {
    page.addEventListener(kind, () => setTimeout(() => desk.fingers(false), 0));
  }
}
