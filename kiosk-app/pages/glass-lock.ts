// The glass shows pages and takes touches, nothing else: no menu, no selection, no zoom, no dragging, no scrolling.

const REFUSED_EVENTS = ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'gesturestart'] as const;
const ZOOM_KEYS: ReadonlySet<string> = new Set(['+', '-', '=', '0']);
/** Keys that would move a page that is larger than the glass. */
const SCROLL_KEYS: ReadonlySet<string> = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

export function lockGlass(glass: Window): void {
  for (const name of REFUSED_EVENTS) glass.addEventListener(name, (event) => event.preventDefault());
  glass.addEventListener('wheel', (event) => event.preventDefault(), { passive: false });
  glass.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false });
  glass.addEventListener('keydown', (event) => {
    const isZoom = (event.ctrlKey || event.metaKey) && ZOOM_KEYS.has(event.key);
    if (isZoom || SCROLL_KEYS.has(event.key)) event.preventDefault();
  });
}
