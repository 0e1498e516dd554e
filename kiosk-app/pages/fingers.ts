// Which fingers are on the glass now, whatever page they went down on.

export interface Fingers {
  /** How many are down. */
  readonly count: () => number;
  /** Called whenever a finger goes down or up. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches from now on, for as long as the page lives. A finger that the glass loses counts as lifted. */
export function watchFingers(glass: Window): Fingers {
  const down = new Set<number>();
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  const onDown = (event: PointerEvent): void => {
    down.add(event.pointerId);
    heard();
  };
  const onUp = (event: PointerEvent): void => {
    down.delete(event.pointerId);
    heard();
  };
  glass.addEventListener('pointerdown', onDown, true);
  glass.addEventListener('pointerup', onUp, true);
  glass.addEventListener('pointercancel', onUp, true);
  return {
    count: () => down.size,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
