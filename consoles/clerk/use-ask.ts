// Asking the hall from a console: one request at a time, no double presses, and what came of it in words.
import { useCallback, useRef, useState } from 'react';
import type { CommandInput, CommandResult } from '@jiaohao/contracts/commands';
import type { HallConnection } from '../ui/hall-connection.ts';
import { TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import { noticeOf } from './notice-of.ts';
import type { Notice } from './notice-of.ts';
import { judgePress } from './press-guard.ts';
import type { Asked, PressVerdict } from './press-guard.ts';

export interface Asking<Control extends string> {
  /** The control whose request has been on its way for a moment. */
  readonly working: Control | null;
  readonly notice: Notice | null;
  readonly say: (notice: Notice | null) => void;
  /** How the newest request ended: a new object each time, in the render that shows what the hall sent before the answer. */
  readonly ended: { readonly isDone: boolean } | null;
  /** Whether a press of this control now would ask the hall. */
  readonly judge: (control: Control) => PressVerdict;
  /** Asks where `judge` allows it; while a request is unanswered it says so instead. `onDone` may return words to show. */
  readonly ask: (control: Control, command: CommandInput, onDone?: (result: CommandResult) => Words | null) => void;
}

/** An answer that comes sooner changes nothing on the screen but what it brings. */
const SHOWN_AS_SLOW_MS = 300;

export function useAsk<Control extends string>(connection: HallConnection): Asking<Control> {
  const [working, setWorking] = useState<Control | null>(null);
  const [notice, say] = useState<Notice | null>(null);
  const [ended, setEnded] = useState<Asking<Control>['ended']>(null);
  const asked = useRef<Asked<Control> | null>(null);

  const judge = useCallback((control: Control) => judgePress(asked.current, control, performance.now()), []);
  const ask = useCallback<Asking<Control>['ask']>(
    (control, command, onDone) => {
      const verdict = judge(control);
      if (verdict === 'bounce') return;
      if (verdict !== 'ask') return say({ tone: 'waiting', words: TEXTS.stillWorking });
      const request = { control, askedAt: performance.now(), isUnanswered: true };
      asked.current = request;
      say(null);
      const slow = setTimeout(() => setWorking(control), SHOWN_AS_SLOW_MS);
      void connection.ask(command).then((outcome) => {
        asked.current = { ...request, isUnanswered: false };
        clearTimeout(slow);
        setWorking(null);
        say(noticeOf(outcome, onDone));
        setEnded({ isDone: outcome.kind === 'done' });
      });
    },
    [connection, judge],
  );
  return { working, notice, say, ended, judge, ask };
}
