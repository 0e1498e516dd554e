// The one press that waits while the step before is being answered, and what becomes of it when the answer is there.
import { useEffect, useEffectEvent, useState } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { TEXTS } from '../texts.ts';
import { labelOf } from './actions.ts';
import type { ActionReasons } from './actions.ts';
import type { ActionName } from './keys.ts';
import { mayFollow } from './press-guard.ts';
import type { KeptPress } from './press-guard.ts';
import type { Notice } from './notice-of.ts';
import type { Asking } from './use-ask.ts';

export interface KeptPressControls {
  /** Says that the step before is still being answered and what follows it; null while nothing is kept. */
  readonly keptNotice: Notice | null;
  readonly keep: (action: ActionName) => void;
  readonly drop: () => void;
}

interface KeptPressOptions {
  readonly calls: ClerkCalls;
  readonly reasons: ActionReasons;
  readonly asking: Pick<Asking<string>, 'ended' | 'say'>;
  /** Carries out an action, judged by the views as they are now. */
  readonly carryOut: (action: ActionName) => void;
}

export function useKeptPress({ calls, reasons, asking, carryOut }: KeptPressOptions): KeptPressControls {
  const [kept, setKept] = useState<KeptPress<ActionName> | null>(null);
  const { ended } = asking;
  const ticketId = calls.ticket?.ticketId ?? null;

  const onEnded = useEffectEvent((isDone: boolean) => {
    if (kept === null) return;
    setKept(null);
    // What was to come before did not happen, and the notice says so: nothing follows it.
    if (!isDone) return;
    const isPossible = reasons[kept.action] === null && mayFollow(kept, ticketId, performance.now());
    if (isPossible) carryOut(kept.action);
    else asking.say({ tone: 'notDone', words: TEXTS.notFollowed(labelOf(kept.action, calls)) });
  });
  useEffect(() => {
    if (ended !== null) onEnded(ended.isDone);
  }, [ended]);

  return {
    keptNotice: kept === null ? null : { tone: 'waiting', words: TEXTS.follows(labelOf(kept.action, calls)) },
    keep: (action) => setKept({ action, pressedAt: performance.now(), ticketId }),
    drop: () => setKept(null),
  };
}
