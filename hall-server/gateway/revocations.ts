// Tokens that the administrator takes back: no request passes with them from then on, and who is connected with one is put out.
import type { Principal } from '@jiaohao/contracts/principal';
import type { Hall } from '../hall-door.ts';

export interface Revocations {
  /** Ends every token of somebody; how many there were. Throws StorageUnavailable, and then nothing has ended. */
  revoke(who: Principal): number;
  /** Called at once after the tokens have ended, with whose they were. */
  onRevoked(listener: (who: Principal) => void): () => void;
}

export function openRevocations(hall: Pick<Hall, 'credentials' | 'now'>): Revocations {
  const listeners = new Set<(who: Principal) => void>();
  return {
    revoke: (who) => {
      const ended = hall.credentials.revokeTokens(who, hall.now());
      for (const listener of listeners) listener(who);
      return ended;
    },
    onRevoked: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
