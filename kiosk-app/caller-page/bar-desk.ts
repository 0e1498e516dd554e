// The page's end of the bridge: the newest state of the bar, and what a press sends.
import type { CallerAction, CallerBridge, CallerMessage, CallerUpdate, PauseReason } from '../wire/caller.ts';

export interface BarSnapshot {
  /** Null before the first. */
  readonly update: CallerUpdate | null;
  /** The terminal itself does not answer. */
  readonly isHostLost: boolean;
}

export interface BarDesk {
  readonly subscribe: (changed: () => void) => () => void;
  /** The same object until something changed. */
  readonly snapshot: () => BarSnapshot;
  /** Each press under a new request id, about the ticket that is drawn. */
  readonly press: (action: CallerAction) => void;
  readonly confirmMissed: () => void;
  readonly pause: (reason: PauseReason) => void;
  readonly signOut: () => void;
  readonly send: (message: Extract<CallerMessage, { type: 'dismiss' | 'signIn' | 'setForm' | 'openConsole' }>) => void;
}

/** `bridge` undefined: the page was opened without a terminal behind it. */
export function openBarDesk(bridge: CallerBridge | undefined): BarDesk {
  const listeners = new Set<() => void>();
  let snapshot: BarSnapshot = { update: null, isHostLost: bridge === undefined };
  bridge?.listen((message) => {
    snapshot = 'lost' in message ? { ...snapshot, isHostLost: true } : { update: message.update, isHostLost: false };
    for (const listener of listeners) listener();
  });
  const ticketId = (): number | null => snapshot.update?.work?.ticket?.ticketId ?? null;
  const send = (message: CallerMessage): void => {
    // Without the terminal nothing is sent later: by then the person has looked elsewhere.
    if (!snapshot.isHostLost) bridge?.send(message);
  };
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    snapshot: () => snapshot,
    press: (action) => send({ type: 'press', requestId: newRequestId(), action, ticketId: ticketId() }),
    confirmMissed: () => {
      const question = snapshot.update?.question;
      if (question?.about !== 'markMissed') return;
      send({ type: 'confirmMissed', requestId: newRequestId(), ticketId: question.ticketId });
    },
    pause: (reason) => send({ type: 'pause', requestId: newRequestId(), reason }),
    signOut: () => send({ type: 'signOut', requestId: newRequestId() }),
    send,
  };
}

/** 32 hexadecimal digits, 128 bits. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
