// The terminal's side of updates while it runs: looks now and then, fetches in the background, waits for a quiet moment.
import type { KeyObject } from 'node:crypto';
import type { UpdatePlatform } from '@jiaohao/contracts/updates';
import type { Log } from '../log.ts';
import { HallGivesNothing } from './hall-updates.ts';
import type { HallUpdates } from './hall-updates.ts';
import { firstState } from './launcher-state.ts';
import type { LauncherState } from './launcher-state.ts';
import { takeUpdate } from './take-update.ts';
import { realDisk } from './update-disk.ts';
import type { UpdateDisk } from './update-disk.ts';
import { UpdateHome } from './update-home.ts';

export interface UpdaterOptions {
  readonly root: string;
  readonly running: string;
  readonly platform: UpdatePlatform;
  readonly releaseKey: KeyObject;
  readonly hall: HallUpdates;
  readonly log: Log;
  /** Nobody is at this terminal now, and nothing is under way. */
  readonly isQuiet: () => boolean;
  /** Called once, when a version is ready and the moment is quiet: the host ends with RESTART_FOR_UPDATE. */
  readonly restart: () => void;
  readonly lookEveryMs?: number;
  readonly quietEveryMs?: number;
  readonly disk?: UpdateDisk;
}

const LOOK_EVERY_MS = 10 * 60_000;
const QUIET_EVERY_MS = 5_000;

export class Updater {
  readonly #options: UpdaterOptions;
  readonly #disk: UpdateDisk;
  readonly #home: UpdateHome;
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  /** Looks at once, and then again and again until it is closed. */
  constructor(options: UpdaterOptions) {
    this.#options = options;
    this.#disk = options.disk ?? realDisk;
    this.#home = new UpdateHome(options.root, this.#disk);
    this.#later(0);
  }

  /** Resolves when a look that was under way has ended; a download goes on at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
  }

  #later(delayMs: number): void {
    if (this.#closing.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look();
    }, delayMs);
    // An update keeps no program alive that wants to end.
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { lookEveryMs = LOOK_EVERY_MS, log } = this.#options;
    try {
      const state = (await this.#home.state()) ?? firstState(this.#options.running);
      await this.#reportRejected(state);
      if (await this.#take(state)) {
        this.#awaitQuiet();
        return;
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      log.error({ err: error }, 'The disk refuses what an update needs');
    }
    // Not all terminals at the same second: spread over a tenth of the time.
    this.#later(lookEveryMs * (0.95 + Math.random() / 10));
  }

  async #take(state: LauncherState): Promise<boolean> {
    const { platform, running, releaseKey, hall, log } = this.#options;
    const result = await takeUpdate({
      home: this.#home,
      disk: this.#disk,
      hall,
      releaseKey,
      platform,
      running,
      state,
      signal: this.#closing.signal,
    });
    if (result.type === 'notNow') log.warn({ problem: result.problem }, 'No update now');
    if (result.type === 'ready') log.info({ version: result.version }, 'An update is ready');
    return result.type === 'ready';
  }

  #awaitQuiet(): void {
    if (this.#closing.signal.aborted) return;
    const { isQuiet, restart, quietEveryMs = QUIET_EVERY_MS } = this.#options;
    if (isQuiet()) {
      restart();
      return;
    }
    this.#timer = setTimeout(() => this.#awaitQuiet(), quietEveryMs);
    this.#timer.unref();
  }

  /** Until the hall has taken it: an administrator must see what went wrong where. */
  async #reportRejected(state: LauncherState): Promise<void> {
    const { hall, log, platform, running } = this.#options;
    const reported = await this.#home.reported();
    const news = state.rejected.filter(({ version }) => !reported.includes(version));
    if (news.length === 0) return;
    try {
      // The hall takes reports from terminals that it knows by their question only.
      await hall.offer(platform, running);
      for (const { version, failure } of news) await hall.report({ version, failure });
      await this.#home.writeReported(state.rejected.map(({ version }) => version));
    } catch (error) {
      if (!(error instanceof HallGivesNothing)) throw error;
      log.warn({ err: error }, 'A version that was given back cannot be reported yet');
    }
  }
}
