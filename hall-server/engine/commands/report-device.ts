// A terminal tells how a device of its own is; clerks see it (rule Q24).
import { actorOf } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';
import { deviceKey, windowsOf } from '../terminal-windows.ts';

export function reportDevice(state: State, command: EngineCommandOf<'reportDevice'>, context: Context): Decision {
  const actor = actorOf(context.who);
  const terminalId = actor.kind === 'terminal' ? actor.terminalId : command.terminalId;
  if (terminalId === undefined || !state.index.terminals.has(terminalId)) return refused('unknownTerminal');
  if (command.terminalId !== undefined && command.terminalId !== terminalId) return refused('unknownTerminal');
  const { device } = command;
  if (device.windowId !== undefined && !servesWindow(state, terminalId, device.windowId))
    return refused('unknownWindow');
  const known = state.devices.get(deviceKey(terminalId, device))?.device;
  const isNews = known?.state !== device.state || known.code !== device.code;
  return decided<'reportDevice'>(isNews ? [{ type: 'DeviceReported', terminalId, device }] : [], {});
}

function servesWindow(state: State, terminalId: string, windowId: string): boolean {
  const terminal = state.index.terminals.get(terminalId);
  return terminal !== undefined && windowsOf(terminal).includes(windowId);
}
