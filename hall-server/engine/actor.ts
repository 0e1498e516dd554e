// Who acts in the sense of the rules: an administrator who acts for somebody counts as that one (rule Q3).
import type { Principal } from '@jiaohao/contracts/principal';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { State, WindowState } from './state.ts';
import { padWindowsOf } from './terminal-windows.ts';

export type Actor =
  | { readonly kind: 'admin' }
  | { readonly kind: 'hall' }
  | { readonly kind: 'display' }
  | { readonly kind: 'monitor' }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'clerk'; readonly staffNo: string }
  | { readonly kind: 'terminal'; readonly terminalId: string };

export function actorOf(who: Principal): Actor {
  if (who.kind !== 'admin') return who;
  if (who.actingFor === undefined) return { kind: 'admin' };
  return 'staffNo' in who.actingFor
    ? { kind: 'clerk', staffNo: who.actingFor.staffNo }
    : { kind: 'terminal', terminalId: who.actingFor.terminalId };
}

export type WindowAccess =
  | { readonly ok: true; readonly window: WindowState; readonly staffNo: string }
  | { readonly ok: false; readonly code: RefusalCode };

/** The window with its clerk, if the actor may work there: that clerk, the window's own terminal, or an administrator (rule Q4). */
export function workAt(state: State, who: Principal, windowId: string): WindowAccess {
  const window = state.windows.get(windowId);
  if (window === undefined) return { ok: false, code: 'unknownWindow' };
  if (state.day?.isOpen !== true) return { ok: false, code: 'dayNotOpen' };
  if (window.staffNo === null) return { ok: false, code: 'notSignedIn' };
  const actor = actorOf(who);
  if (!mayWorkAt(state, actor, window)) return { ok: false, code: 'notYourWindow' };
  return { ok: true, window, staffNo: window.staffNo };
}

function mayWorkAt(state: State, actor: Actor, window: WindowState): boolean {
  if (actor.kind === 'clerk') return actor.staffNo === window.staffNo;
  if (actor.kind !== 'terminal') return actor.kind === 'admin';
  return padWindowsOf(state.index.terminals.get(actor.terminalId)).includes(window.windowId);
}

/** What an administrator is told who acts for somebody that the configuration does not know; null where all is well. */
export function unknownActor(state: State, who: Principal): RefusalCode | null {
  if (state.config === null || who.kind !== 'admin' || who.actingFor === undefined) return null;
  if ('staffNo' in who.actingFor) return state.index.staff.has(who.actingFor.staffNo) ? null : 'unknownStaff';
  return state.index.terminals.has(who.actingFor.terminalId) ? null : 'unknownTerminal';
}

/** The window at which a clerk is signed in; null when nowhere. */
export function windowOfClerk(state: State, staffNo: string): WindowState | null {
  for (const window of state.windows.values()) if (window.staffNo === staffNo) return window;
  return null;
}
