// A page that comes back by itself: when it crashes, hangs or cannot be loaded, a new shell takes the place of the old one.
import type { BrowserWindow } from 'electron';
import type { Log } from '../terminal/log.ts';
import { pageAddress, type PageHost } from '../wire/shell.ts';
import { restartDelayMs } from './back-off.ts';

export interface LivingPageParts {
  readonly host: PageHost;
  readonly log: Log;
  /** A new shell, not yet shown, its page not yet loaded. */
  readonly make: () => BrowserWindow;
  /** Its page is loaded next. */
  readonly onNew: (shell: BrowserWindow) => void;
  readonly onLost: () => void;
  /** Shows a shell whose page is drawn for the first time. */
  readonly show: (shell: BrowserWindow) => void;
}

/** A page that does not answer this long after the system noticed is ended. */
const HANGS_MS = 10_000;

export class LivingPage {
  readonly #parts: LivingPageParts;
  readonly #crashes: number[] = [];
  /** Crashed, and still in front of the desktop. */
  readonly #older = new Set<BrowserWindow>();
  #shell: BrowserWindow;
  #restart: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(parts: LivingPageParts) {
    this.#parts = parts;
    this.#shell = this.#open();
  }

  /** The one that is shown, or about to be. */
  get shell(): BrowserWindow {
    return this.#shell;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    this.#destroyOlder();
    this.#shell.destroy();
  }

  #destroyOlder(): void {
    for (const shell of this.#older) if (!shell.isDestroyed()) shell.destroy();
    this.#older.clear();
  }

  /** The old shell stays until the new one has something to show: the desktop is never seen. */
  #open(): BrowserWindow {
    const { host, make, onNew, show } = this.#parts;
    const shell = make();
    this.#watch(shell);
    shell.once('ready-to-show', () => {
      show(shell);
      this.#destroyOlder();
    });
    onNew(shell);
    shell.loadURL(pageAddress(host)).catch((error: unknown) => this.#failed(shell, 'notLoaded', error));
    return shell;
  }

  #watch(shell: BrowserWindow): void {
    let hang: NodeJS.Timeout | null = null;
    const stopWaiting = (): void => {
      if (hang !== null) clearTimeout(hang);
      hang = null;
    };
    shell.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      stopWaiting();
      this.#failed(shell, reason, exitCode);
    });
    shell.on('unresponsive', () => {
      this.#parts.log.warn({ waitMs: HANGS_MS }, 'The page hangs');
      hang ??= setTimeout(() => {
        if (shell.isDestroyed()) return;
        shell.webContents.forcefullyCrashRenderer();
        this.#failed(shell, 'hung', null);
      }, HANGS_MS);
    });
    shell.on('responsive', stopWaiting);
    shell.on('closed', stopWaiting);
  }

  /** Once for each shell. */
  #failed(shell: BrowserWindow, reason: string, details: unknown): void {
    if (this.#isClosed || shell !== this.#shell || this.#restart !== null) return;
    this.#parts.onLost();
    const now = performance.now();
    this.#crashes.push(now);
    this.#crashes.splice(0, this.#crashes.length - 20);
    const restartInMs = restartDelayMs(this.#crashes, now);
    this.#parts.log.error({ reason, details, restartInMs }, 'The page is gone and comes back');
    this.#restart = setTimeout(() => {
      this.#restart = null;
      this.#older.add(shell);
      this.#shell = this.#open();
    }, restartInMs);
  }
}
