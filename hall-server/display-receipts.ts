// Who has painted which call: the first receipt becomes an event, the rest are kept beside the journal in batches.
import { StorageFull } from './journal/errors.ts';
import type { Journal } from './journal/event-journal.ts';

export interface Receipt {
  readonly windowId: string;
  readonly callSeq: number;
  readonly displays: number;
}

export interface DisplayReceipts {
  painted(displayId: string, callSeq: number): void;
  onReceipts(listener: (receipt: Receipt) => void): () => void;
  displaysOf(callSeq: number): number;
  /** Writes what has come in since the last time. */
  save(): void;
}

export interface ReceiptsOptions {
  readonly journal: Journal;
  readonly now: () => number;
  /** A call that boards still list; null for any other. */
  readonly listedCall: (callSeq: number) => { readonly windowId: string; readonly isSeen: boolean } | null;
  readonly serves: (displayId: string, windowId: string) => boolean;
  readonly seeCall: (callSeq: number, displayId: string) => void;
}

/** Calls whose receipts are held in memory; older ones are only on disk. */
const CALLS_HELD_MAX = 500;

export function displayReceipts(options: ReceiptsOptions): DisplayReceipts {
  const { journal } = options;
  const seenBy = new Map<number, Set<string>>();
  const listeners = new Set<(receipt: Receipt) => void>();
  let unsaved: { callSeq: number; displayId: string; paintedAt: number }[] = [];

  const displaysOf = (callSeq: number): Set<string> => {
    const held = seenBy.get(callSeq) ?? new Set(journal.receiptsOf(callSeq));
    seenBy.set(callSeq, held);
    const oldest = seenBy.keys().next();
    if (seenBy.size > CALLS_HELD_MAX && oldest.done !== true) seenBy.delete(oldest.value);
    return held;
  };

  return {
    painted: (displayId, callSeq) => {
      const call = options.listedCall(callSeq);
      if (call === null || !options.serves(displayId, call.windowId)) return;
      // Also from a display that said so before: a full disk may have refused the event.
      if (!call.isSeen) options.seeCall(callSeq, displayId);
      const displays = displaysOf(callSeq);
      if (displays.has(displayId)) return;
      displays.add(displayId);
      unsaved.push({ callSeq, displayId, paintedAt: options.now() });
      for (const listener of listeners) listener({ windowId: call.windowId, callSeq, displays: displays.size });
    },
    displaysOf: (callSeq) => displaysOf(callSeq).size,
    onReceipts: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: () => {
      if (unsaved.length === 0) return;
      try {
        journal.saveReceipts(unsaved);
        unsaved = [];
      } catch (error) {
        // Kept for the next time: a full disk must not lose who saw a call, nor stop the hall.
        if (!(error instanceof StorageFull)) throw error;
      }
    },
  };
}
