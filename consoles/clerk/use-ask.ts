// Asking the hall from a console: one request at a time, no double presses, and what came of it in words.
import { useCallback, useRef, useState } from 'react';
import type { CommandInput, CommandResult } from '@jiaohao/contracts/commands';
import type { AskOutcome } from '../ui/kept-requests.ts';
import type { HallConnection } from '../ui/hall-connection.ts';
import { TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import { mayAsk } from './press-guard.ts';

export interface Notice {
  readonly tone: 'trouble' | 'info';
  readonly words: Words;
}

export interface Asking<Control extends string> {
  /** The control whose request has been on its way for a moment. */
  readonly working: Control | null;
  readonly notice: Notice | null;
  readonly clearNotice: () => void;
  /** Does nothing while a request is unanswered or within 600 ms of the last; `onDone` may return words to show. */
  readonly ask: (control: Control, command: CommandInput, onDone?: (result: CommandResult) => Words | null) => void;
}

/** An answer that comes sooner changes nothing on the screen but what it brings. */
const SHOWN_AS_SLOW_MS = 300;

export function useAsk<Control extends string>(connection: HallConnection): Asking<Control> {
  const [working, setWorking] = useState<Control | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const history = useRef<{ askedAt: number | null; isUnanswered: boolean }>({ askedAt: null, isUnanswered: false });

  const ask = useCallback<Asking<Control>['ask']>(
    (control, command, onDone) => {
      const now = performance.now();
      if (!mayAsk(history.current, now)) return;
      history.current = { askedAt: now, isUnanswered: true };
      setNotice(null);
      const slow = setTimeout(() => setWorking(control), SHOWN_AS_SLOW_MS);
      void connection.ask(command).then((outcome) => {
        history.current = { ...history.current, isUnanswered: false };
        clearTimeout(slow);
        setWorking(null);
        setNotice(noticeOf(outcome, onDone));
      });
    },
    [connection],
  );
  const clearNotice = useCallback(() => setNotice(null), []);
  return { working, notice, clearNotice, ask };
}

function noticeOf(outcome: AskOutcome, onDone?: (result: CommandResult) => Words | null): Notice | null {
  switch (outcome.kind) {
    case 'done': {
      const words = onDone?.(outcome.result) ?? null;
      return words === null ? null : { tone: 'info', words };
    }
    case 'refused':
      return { tone: 'trouble', words: outcome.refusal };
    case 'rejected':
      return { tone: 'trouble', words: outcome.error };
    case 'unanswered':
      return { tone: 'trouble', words: TEXTS.unanswered };
  }
}
