// Which displays are live, and which windows they serve: a call that nobody can see is not a no-show.
import type { HallIndex } from './engine/hall-index.ts';

export interface DisplayPresence {
  connected(displayId: string): void;
  disconnected(displayId: string): void;
  /** Whether a display of the present configuration shows the calls of this window. */
  serves(displayId: string, windowId: string): boolean;
  /** Whether a live board of the window's zone, of the whole hall, or the window's own screen is there. */
  isWatched(windowId: string): boolean;
}

export function displayPresence(index: () => HallIndex): DisplayPresence {
  const live = new Set<string>();
  const serves = (displayId: string, windowId: string) => {
    const { displays, windows } = index();
    const display = displays.get(displayId);
    if (display?.kind === 'windowScreen') return display.windowId === windowId;
    return display !== undefined && (display.zoneId === null || display.zoneId === windows.get(windowId)?.zoneId);
  };
  return {
    connected: (displayId) => void live.add(displayId),
    disconnected: (displayId) => void live.delete(displayId),
    serves,
    isWatched: (windowId) => [...live].some((displayId) => serves(displayId, windowId)),
  };
}
