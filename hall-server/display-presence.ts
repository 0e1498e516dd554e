// Which displays are live, and which windows they serve: a call that nobody can see is not a no-show.
import type { HallIndex } from './engine/hall-index.ts';

export interface DisplayPresence {
  connected(displayId: string): void;
  disconnected(displayId: string): void;
  /** Whether a live board of the window's zone, of the whole hall, or the window's own screen is there. */
  isWatched(windowId: string): boolean;
}

export function displayPresence(index: () => HallIndex): DisplayPresence {
  const live = new Set<string>();
  return {
    connected: (displayId) => void live.add(displayId),
    disconnected: (displayId) => void live.delete(displayId),
    isWatched: (windowId) => {
      const { displays, windows } = index();
      const zoneId = windows.get(windowId)?.zoneId;
      for (const displayId of live) {
        const display = displays.get(displayId);
        if (display?.kind === 'board' && (display.zoneId === null || display.zoneId === zoneId)) return true;
        if (display?.kind === 'windowScreen' && display.windowId === windowId) return true;
      }
      return false;
    },
  };
}
