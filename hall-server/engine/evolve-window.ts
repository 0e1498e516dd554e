// What events make of windows: who sits there, and whether they call.
import type { EventOf } from '@jiaohao/contracts/events';
import { figuresOf } from './clerk-figures.ts';
import { present } from './invariant.ts';
import type { State, WindowState } from './state.ts';

export function clerkSignedIn(state: State, event: EventOf<'ClerkSignedIn'>): void {
  windowOf(state, event.windowId).staffNo = event.staffNo;
}

export function clerkSignedOut(state: State, event: EventOf<'ClerkSignedOut'>): void {
  const window = windowOf(state, event.windowId);
  endPause(state, window, event.at);
  window.staffNo = null;
  // Whom this clerk has served is not the successor's to have rated.
  window.lastServedTicketId = null;
}

export function windowPaused(state: State, event: EventOf<'WindowPaused'>): void {
  windowOf(state, event.windowId).paused = { reason: event.reason, sinceAt: event.at };
}

export function windowResumed(state: State, event: EventOf<'WindowResumed'>): void {
  endPause(state, windowOf(state, event.windowId), event.at);
}

function endPause(state: State, window: WindowState, at: number): void {
  if (window.paused !== null && window.staffNo !== null) {
    figuresOf(state, window.staffNo).pausedMs += at - window.paused.sinceAt;
  }
  window.paused = null;
}

/** The window that an event names; its absence is a bug. */
export function windowOf(state: State, windowId: string): WindowState {
  return present(state.windows.get(windowId), `window ${windowId}`);
}
