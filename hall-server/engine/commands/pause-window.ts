// 暂停, 恢复: the window stays signed in and does not call (rule Q21).
import { workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';

export function pauseWindow(state: State, command: EngineCommandOf<'pauseWindow'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  if (access.window.paused !== null) return refused('windowPaused');
  return decided<'pauseWindow'>([{ type: 'WindowPaused', windowId: command.windowId, reason: command.reason }], {});
}

export function resumeWindow(state: State, command: EngineCommandOf<'resumeWindow'>, context: Context): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  if (access.window.paused === null) return refused('windowNotPaused');
  return decided<'resumeWindow'>([{ type: 'WindowResumed', windowId: command.windowId }], {});
}
