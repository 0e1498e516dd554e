// A terminal tells how a device of its own is; clerks see it (rule Q24).
import { actorOf } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';

export function reportDevice(state: State, command: EngineCommandOf<'reportDevice'>, context: Context): Decision {
  const actor = actorOf(context.who);
  const terminalId = actor.kind === 'terminal' ? actor.terminalId : command.terminalId;
  if (terminalId === undefined || !state.index.terminals.has(terminalId)) return refused('unknownTerminal');
  if (command.terminalId !== undefined && command.terminalId !== terminalId) return refused('unknownTerminal');
  const { device } = command;
  const known = state.devices.get(`${terminalId} ${device.kind}`)?.device;
  const isNews = known?.state !== device.state || known.code !== device.code;
  return decided<'reportDevice'>(isNews ? [{ type: 'DeviceReported', terminalId, device }] : [], {});
}
