// The questions that come before an action, and how long a question that is open may be answered.
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { isPaused } from './actions.ts';
import type { ActionReasons } from './actions.ts';
import type { ActionName } from './keys.ts';

/** A question asked inline, or the list that the keyboard is in. */
export type Panel = 'markMissed' | 'pause' | 'missedList';

export interface OpenedPanel {
  readonly panel: Panel;
  /** The ticket at the window when it was opened. */
  readonly ticketId: number | null;
}

/** What an action opens before anything is asked; null where it asks the hall at once. */
export function panelOf(action: ActionName, calls: ClerkCalls): OpenedPanel | null {
  const panel = questionBefore(action, calls);
  return panel === null ? null : { panel, ticketId: calls.ticket?.ticketId ?? null };
}

function questionBefore(action: ActionName, calls: ClerkCalls): Panel | null {
  if (action === 'markMissed' || action === 'missedList') return action;
  return action === 'pauseOrResume' && !isPaused(calls) ? 'pause' : null;
}

/** 过号 is asked about one ticket: a call pad or another page may have brought the next one meanwhile. */
export function isStillPossible({ panel, ticketId }: OpenedPanel, calls: ClerkCalls, reasons: ActionReasons): boolean {
  if (panel === 'markMissed' && calls.ticket?.ticketId !== ticketId) return false;
  return reasons[panel === 'pause' ? 'pauseOrResume' : panel] === null;
}
