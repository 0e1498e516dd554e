// 签到, 签退: one clerk at one window (rule Q4).
import type { EventBody } from '@jiaohao/contracts/events';
import { actorOf, windowOfClerk, workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';

export function signIn(state: State, command: EngineCommandOf<'signIn'>, context: Context): Decision {
  const { windowId, staffNo } = command;
  const window = state.windows.get(windowId);
  if (window === undefined) return refused('unknownWindow');
  if (!state.index.staff.has(staffNo)) return refused('unknownStaff');
  const actor = actorOf(context.who);
  if (actor.kind !== 'admin' && !(actor.kind === 'clerk' && actor.staffNo === staffNo)) return refused('notYourWindow');
  if (state.day?.isOpen !== true) return refused('dayNotOpen');
  if (window.staffNo === staffNo) return decided<'signIn'>([], { windowId, staffNo });
  if (window.staffNo !== null) return refused('windowTaken');

  const elsewhere = windowOfClerk(state, staffNo);
  if (elsewhere !== null && elsewhere.openTicketId !== null) return refused('openTicketElsewhere');
  const leaving: EventBody[] =
    elsewhere === null
      ? []
      : [{ type: 'ClerkSignedOut', windowId: elsewhere.windowId, staffNo, cause: 'signedInElsewhere' }];
  return decided<'signIn'>([...leaving, { type: 'ClerkSignedIn', windowId, staffNo }], { windowId, staffNo });
}

export function signOut(state: State, command: EngineCommandOf<'signOut'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window, staffNo } = access;
  if (window.openTicketId !== null) return refused('windowHasOpenTicket');
  return decided<'signOut'>([{ type: 'ClerkSignedOut', windowId: window.windowId, staffNo, cause: 'clerk' }], {});
}
