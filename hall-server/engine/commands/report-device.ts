// A terminal tells how a device of its own is; clerks see it (rule Q24).
import { actorOf } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';
import { deviceKey, isSameState, windowsOf } from '../terminal-windows.ts';

/** Paper that a few tickets took is no news: a roll of 80 m makes at most 80 events, whatever its terminal sends. */
const PAPER_NEWS_MM = 1_000;

export function reportDevice(state: State, command: EngineCommandOf<'reportDevice'>, context: Context): Decision {
  const actor = actorOf(context.who);
  const terminalId = actor.kind === 'terminal' ? actor.terminalId : command.terminalId;
  if (terminalId === undefined || !state.index.terminals.has(terminalId)) return refused('unknownTerminal');
  if (command.terminalId !== undefined && command.terminalId !== terminalId) return refused('unknownTerminal');
  const { device } = command;
  if (device.windowId !== undefined && !servesWindow(state, terminalId, device.windowId))
    return refused('unknownWindow');
  const known = state.devices.get(deviceKey(terminalId, device))?.device;
  const isNews = !isSameState(known, device) || isOtherPaper(known?.paperLeftMm, device.paperLeftMm);
  return decided<'reportDevice'>(isNews ? [{ type: 'DeviceReported', terminalId, device }] : [], {});
}

function isOtherPaper(knownMm: number | undefined, nowMm: number | undefined): boolean {
  if (knownMm === undefined || nowMm === undefined) return knownMm !== nowMm;
  return Math.abs(knownMm - nowMm) >= PAPER_NEWS_MM;
}

function servesWindow(state: State, terminalId: string, windowId: string): boolean {
  const terminal = state.index.terminals.get(terminalId);
  return terminal !== undefined && windowsOf(terminal).includes(windowId);
}
