// What every shell is given, and the switches that every page of ours is shown under.
import type { WebPreferences } from 'electron';
import type { Log } from '../terminal/log.ts';
import type { Seat } from '../terminal/page-seat.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';

export interface ShellParts {
  readonly config: TerminalConfig;
  readonly log: Log;
  /** Ends the terminal in order and then the program. */
  readonly leave: () => void;
  /** What watches for a launcher whether a page stands and somebody is there. */
  readonly watchSeat: (seat: Seat) => Seat;
}

export interface OpenShell {
  /** A second start of the program on this machine ends up here. */
  focus(): void;
  /** Draws the glass anew after its graphics process crashed. */
  repaint(): void;
  /** Somebody is at the glass, and a restart would take their number off it. */
  isServing(): boolean;
  close(): void;
}

/** A kiosk is touched: a cursor would only stand about on the glass. */
export const NO_CURSOR = '*, *::before, *::after { cursor: none !important; }';

/** A page gets nothing of the machine but what its preload gives it. */
export function sealed(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
    // No alert, confirm or prompt of a page: the first would hold it up until somebody touches a system's box.
    disableDialogs: true,
    backgroundThrottling: false,
  };
}
