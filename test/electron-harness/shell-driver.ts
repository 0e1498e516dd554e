// How a journey holds a running Electron host, the harness and real Electron alike.
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';

/** The parts of the module that a journey may use in the main process; all of them exist in the harness. */
export type ElectronModule = Pick<typeof Electron, 'app' | 'BrowserWindow' | 'ipcMain' | 'screen' | 'session'>;

export interface ShellDriver {
  /** The page of this host that stands now; waits for one that is loaded and alive. */
  page(host: 'kiosk' | 'caller' | 'staff' | 'setup'): Promise<Page>;
  /** Runs in the main process; sees nothing of the test but `argument`, which must be JSON. */
  evaluate<T, A = null>(work: (electron: ElectronModule, argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Exit code, once the program has ended. */
  readonly exited: Promise<number | null>;
  /** Standard error so far, where an unpackaged program also logs. */
  log(): string;
  /** Ends the program in order, if it still runs. */
  close(): Promise<void>;
}

export interface StartShellOptions {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

export const PAGE_PATIENCE_MS = 30_000;

/** A page that has crashed or hangs does not answer, or not in time. */
export function isAnswering(page: Page): Promise<boolean> {
  return page.evaluate<number>('1').then(
    (one) => one === 1,
    () => false,
  );
}
