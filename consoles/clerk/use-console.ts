// What a press does on the console: asks the hall, or opens the one question that comes first.
import { useState } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import type { HallConnection } from '../ui/hall-connection.ts';
import { PAUSE_REASON_TEXTS, TEXTS } from '../texts.ts';
import type { ActionReasons } from './actions.ts';
import { atOpenTicket, commandOf } from './command-of.ts';
import type { ActionName } from './keys.ts';
import { isStillPossible, panelOf } from './panels.ts';
import type { OpenedPanel, Panel } from './panels.ts';
import { useAsk } from './use-ask.ts';
import type { Notice } from './notice-of.ts';
import { useKeptPress } from './use-kept-press.ts';

export type PauseReason = keyof typeof PAUSE_REASON_TEXTS;
export const PAUSE_REASONS = Object.keys(PAUSE_REASON_TEXTS) as PauseReason[];

export type MissedTicket = ClerkCalls['missed'][number];

export interface ConsoleControls {
  readonly panel: Panel | null;
  readonly working: ActionName | 'requeue' | 'signOut' | null;
  readonly notice: Notice | null;
  readonly press: (action: ActionName) => void;
  readonly confirmMissed: () => void;
  readonly pause: (reason: PauseReason) => void;
  readonly requeue: (ticket: MissedTicket) => void;
  readonly signOut: () => void;
  /** Esc: no question, no kept press, no notice. */
  readonly closePanel: () => void;
}

export function useConsole(connection: HallConnection, calls: ClerkCalls, reasons: ActionReasons): ConsoleControls {
  const [opened, setOpened] = useState<OpenedPanel | null>(null);
  const asking = useAsk<NonNullable<ConsoleControls['working']>>(connection);
  const { ask } = asking;
  const { windowId } = calls;
  // A question that the hall has overtaken (another ticket, the link lost) is not asked any more.
  const panel = opened !== null && isStillPossible(opened, calls, reasons) ? opened.panel : null;

  const carryOut = (action: ActionName): void => {
    const opening = panelOf(action, calls);
    setOpened(opening);
    if (opening !== null) asking.say(null);
    const command = opening === null ? commandOf(action, calls) : null;
    if (command !== null) ask(action, command);
  };
  const { keptNotice, keep, drop } = useKeptPress({ calls, reasons, asking, carryOut });

  const press = (action: ActionName): void => {
    // What is impossible now may be possible after the answer: 开始办理 and 办理完成 one after the other.
    if (asking.judge(action) === 'behind') keep(action);
    else if (reasons[action] === null) carryOut(action);
  };

  return {
    panel,
    working: asking.working,
    notice: keptNotice ?? asking.notice,
    press,
    confirmMissed: () => {
      setOpened(null);
      ask('markMissed', { type: 'markMissed', ...atOpenTicket(calls) });
    },
    pause: (reason) => {
      setOpened(null);
      ask('pauseOrResume', { type: 'pauseWindow', windowId, reason });
    },
    requeue: (ticket) => {
      ask('requeue', { type: 'requeueTicket', ticketId: ticket.ticketId }, (result) =>
        'peopleAhead' in result ? TEXTS.column.requeued(ticket.ticketNumber, result.peopleAhead) : null,
      );
    },
    signOut: () => {
      setOpened(null);
      ask('signOut', { type: 'signOut', windowId });
    },
    closePanel: () => {
      setOpened(null);
      drop();
      asking.say(null);
    },
  };
}
