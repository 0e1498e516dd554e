// A page that comes back by itself: when it crashes, hangs, falls or cannot be loaded, a new shell takes the place of the old one.
import type { BrowserWindow } from 'electron';
import type { Log } from '../terminal/log.ts';
import { pageAddress, type PageHost } from '../wire/shell.ts';
import { languageQuery } from './language-query.ts';
import { LONGEST_RESTART_MS, restartDelayMs } from './back-off.ts';

export interface LivingPageParts {
  readonly host: PageHost;
  readonly log: Log;
  /** A new shell, not yet shown, its page not yet loaded. */
  readonly make: () => BrowserWindow;
  /** Its page is loaded next. */
  readonly onNew: (shell: BrowserWindow) => void;
  /** `givenUp`: again and again; who stood before it is taken to have left. */
  readonly onLost: (how: 'broughtBack' | 'givenUp') => void;
  /** Its preload says whether it stands (page-side/watch-standing.ts): one that does not in time is brought back too. */
  readonly mustStand: boolean;
  /** Shows a shell whose page is drawn for the first time. */
  readonly show: (shell: BrowserWindow) => void;
}

/** A page that does not answer this long after the system noticed is ended. */
const HANGS_MS = 10_000;
/** From its shell's beginning; its preload finds out sooner, as long as it runs. */
const STANDS_WITHIN_MS = 30_000;
/** Who must wait this long for the next try gets a page of plain HTML meanwhile. */
const ONE_MOMENT_FROM_MS = 5_000;

export class LivingPage {
  readonly #parts: LivingPageParts;
  readonly #crashes: number[] = [];
  /** Crashed, and still in front of the desktop. */
  readonly #older = new Set<BrowserWindow>();
  #shell: BrowserWindow;
  #restart: NodeJS.Timeout | null = null;
  #standing: NodeJS.Timeout | null = null;
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
    this.#stopWaiting();
    this.#destroyOlder();
    this.#shell.destroy();
  }

  /** What the page's preload says of it. */
  heard(what: 'stands' | 'fell'): void {
    if (what === 'stands') this.#stopWaiting();
    else this.#failed(this.#shell, 'fell', null);
  }

  #stopWaiting(): void {
    if (this.#standing !== null) clearTimeout(this.#standing);
    this.#standing = null;
  }

  #destroyOlder(): void {
    for (const shell of this.#older) if (!shell.isDestroyed()) shell.destroy();
    this.#older.clear();
  }

  /** The old shell stays until the new one has something to show: the desktop is never seen. */
  #open(): BrowserWindow {
    const { host, mustStand } = this.#parts;
    const shell = this.#make();
    this.#watch(shell);
    if (mustStand) this.#standing = setTimeout(() => this.#failed(shell, 'doesNotStand', null), STANDS_WITHIN_MS);
    shell
      .loadURL(pageAddress(host) + languageQuery(host))
      .catch((error: unknown) => this.#failed(shell, 'notLoaded', error));
    return shell;
  }

  #make(): BrowserWindow {
    const { make, onNew, show } = this.#parts;
    const shell = make();
    shell.once('ready-to-show', () => {
      show(shell);
      this.#destroyOlder();
    });
    onNew(shell);
    return shell;
  }

  /** HTML alone, until the next try. If even that cannot be shown there is nothing left to show. */
  #standIn(): BrowserWindow {
    const { host, log } = this.#parts;
    const shell = this.#make();
    shell.loadURL(pageAddress(host, 'one-moment')).catch((error: unknown) => {
      log.error({ err: error }, 'The page of plain HTML cannot be shown');
    });
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
    this.#stopWaiting();
    const now = performance.now();
    this.#crashes.push(now);
    this.#crashes.splice(0, this.#crashes.length - 20);
    const restartInMs = restartDelayMs(this.#crashes, now);
    this.#parts.log.error({ reason, details, restartInMs }, 'The page is gone and comes back');
    this.#parts.onLost(restartInMs < LONGEST_RESTART_MS ? 'broughtBack' : 'givenUp');
    if (this.#parts.mustStand && restartInMs >= ONE_MOMENT_FROM_MS) {
      this.#older.add(shell);
      this.#shell = this.#standIn();
    }
    this.#restart = setTimeout(() => {
      this.#restart = null;
      this.#older.add(this.#shell);
      this.#shell = this.#open();
    }, restartInMs);
  }
}
