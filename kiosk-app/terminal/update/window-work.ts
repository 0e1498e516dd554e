// Is somebody being served at a window? Asked before an update restarts what serves it.
import type { WindowTerminal } from '@jiaohao/contracts/views';

/** A ticket stands at the window, or its applicant is still to be asked. */
export function isServing({ ticketNumber, evaluationDue }: WindowTerminal): boolean {
  return ticketNumber !== null || evaluationDue !== null;
}

/** A clerk is at the window, or the last applicant is still to be asked: for lines, which serve clerks too. */
export function isAttended(view: WindowTerminal): boolean {
  return view.staffNo !== null || isServing(view);
}
