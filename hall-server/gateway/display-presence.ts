// Which displays are connected: a display may have several sockets for a moment (reload, a second browser); it is gone with the last.
import type { Hall } from '../hall-door.ts';

export interface DisplayPresence {
  arrived(displayId: string): void;
  left(displayId: string): void;
}

export function displayPresence(hall: Pick<Hall, 'displayConnected' | 'displayDisconnected'>): DisplayPresence {
  const sockets = new Map<string, number>();
  return {
    arrived(displayId) {
      const before = sockets.get(displayId) ?? 0;
      sockets.set(displayId, before + 1);
      if (before === 0) hall.displayConnected(displayId);
    },
    left(displayId) {
      const after = (sockets.get(displayId) ?? 0) - 1;
      if (after > 0) {
        sockets.set(displayId, after);
        return;
      }
      if (sockets.delete(displayId)) hall.displayDisconnected(displayId);
    },
  };
}
