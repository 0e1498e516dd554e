// Who acts in the sense of the rules: an administrator who acts for somebody counts as that one (rule Q3).
import type { Principal } from '@jiaohao/contracts/principal';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { State, WindowState } from './state.ts';

export type Actor =
  | { readonly kind: 'admin' }
  | { readonly kind: 'hall' }
  | { readonly kind: 'display' }
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

/** The window with its clerk, if the actor may work there: the clerk signed in at it, or an administrator (rule Q4). */
export function workAt(state: State, who: Principal, windowId: string): WindowAccess {
  const window = state.windows.get(windowId);
  if (window === undefined) return { ok: false, code: 'unknownWindow' };
  if (state.day?.isOpen !== true) return { ok: false, code: 'dayNotOpen' };
  if (window.staffNo === null) return { ok: false, code: 'notSignedIn' };
  const actor = actorOf(who);
  if (actor.kind === 'clerk' && actor.staffNo !== window.staffNo) return { ok: false, code: 'notYourWindow' };
  return { ok: true, window, staffNo: window.staffNo };
}

/** The window at which a clerk is signed in; null when nowhere. */
export function windowOfClerk(state: State, staffNo: string): WindowState | null {
  for (const window of state.windows.values()) if (window.staffNo === staffNo) return window;
  return null;
}
