// Starts the terminal's current version, tries a new one once it is ready, and goes back when that does not come up.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { UpdateFailure } from '@jiaohao/contracts/updates';
import type { Log } from '../log.ts';
import { firstState, nextState, versionToStart, withFactory } from './launcher-state.ts';
import type { LauncherEvent, LauncherState } from './launcher-state.ts';
import { realDisk } from './update-disk.ts';
import { CANNOT_START, RESTART_FOR_UPDATE, StartFile, UpdateHome } from './update-home.ts';

export interface LauncherOptions {
  /** The folder that updates are kept in. */
  readonly root: string;
  /** What the installer brought: the version that is always there. */
  readonly factory: { readonly version: string; readonly folder: string };
  /** Handed to every version, after its own. */
  readonly args: readonly string[];
  /** PEM of the key that releases are signed with; handed to every version. Null: no version takes updates. */
  readonly releaseKeyFile: string | null;
  readonly log: Log;
  /** A new version must say that it is well within this. */
  readonly healthyWithinMs?: number;
  /** A program that will not go is killed after this. */
  readonly killAfterMs?: number;
  readonly backoffMs?: { readonly least: number; readonly most: number };
  /** How a version is started where it is not by this program's Node. Null: not by this launcher. */
  readonly commandFor?: (version: string, folder: string, file: StartFile) => VersionCommand | null;
  /** A version that ends with one of these codes is started again at once, from then on with these arguments too. */
  readonly restartsWith?: ReadonlyMap<number, readonly string[]>;
}

export interface VersionCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

function nodeCommand(_version: string, folder: string, { program, args }: StartFile): VersionCommand {
  return { program: program === 'node' ? process.execPath : join(folder, program), args, cwd: folder, env: {} };
}

/** Slow machines, serial ports that are probed, a page that is painted. */
const HEALTHY_WITHIN_MS = 120_000;
const HEALTH_LOOK_MS = 200;
const KILL_AFTER_MS = 8_000;
const BACKOFF = { least: 1_000, most: 30_000 };
/** A program that ran this long was well: the next end is a new trouble, waited for briefly. */
const RAN_WELL_MS = 60_000;

interface Ended {
  readonly code: number | null;
}

export class Launcher {
  readonly #options: LauncherOptions;
  readonly #home: UpdateHome;
  readonly #closing = new AbortController();
  #state: LauncherState;
  #child: ChildProcess | null = null;
  #moreArgs: readonly string[] = [];

  private constructor(options: LauncherOptions, home: UpdateHome, state: LauncherState) {
    this.#options = options;
    this.#home = home;
    this.#state = state;
  }

  static async open(options: LauncherOptions): Promise<Launcher> {
    const home = new UpdateHome(options.root, realDisk);
    const kept = await home.state();
    const state = withFactory(kept ?? firstState(options.factory.version), options.factory.version);
    return new Launcher(options, home, state);
  }

  /** Runs versions until one ends by itself with 0 (staff left the terminal), the current one cannot start, or the launcher is stopped. */
  async run(): Promise<void> {
    const { least, most } = this.#options.backoffMs ?? BACKOFF;
    let waitMs = least;
    while (!this.#closing.signal.aborted) {
      await this.#turn({ type: 'starting', ready: await this.#home.ready() });
      const { version, isTrial } = versionToStart(this.#state);
      const beganAt = performance.now();
      const outcome = isTrial ? await this.#try(version) : await this.#runCurrent(version);
      if (outcome === 'finished') return;
      if (outcome === 'again' || performance.now() - beganAt > RAN_WELL_MS) waitMs = least;
      if (outcome === 'again') continue;
      await delay(waitMs, undefined, { signal: this.#closing.signal }).catch(() => undefined); // stopped meanwhile
      waitMs = Math.min(waitMs * 2, most);
    }
  }

  /** Ends the program that runs, and with it `run`. */
  async stop(): Promise<void> {
    this.#closing.abort();
    if (this.#child !== null) await this.#end(this.#child);
  }

  async #runCurrent(version: string): Promise<'finished' | 'again' | 'wait'> {
    const started = await this.#start(version);
    if (started === null) {
      await this.#turn({ type: 'currentCannotStart', factory: this.#options.factory.version });
      return versionToStart(this.#state).version === version ? 'wait' : 'again';
    }
    return this.#afterEnd(version, await started.ended);
  }

  #afterEnd(version: string, { code }: Ended): 'finished' | 'again' | 'wait' {
    if (code === 0 || code === CANNOT_START || this.#closing.signal.aborted) return 'finished';
    if (code === RESTART_FOR_UPDATE || this.#takesMoreArgs(code)) return 'again';
    this.#options.log.error({ version, code }, 'The terminal ended; it is started again');
    return 'wait';
  }

  /** True for a code that asks for more arguments: they are handed to every start from now on. */
  #takesMoreArgs(code: number | null): boolean {
    const moreArgs = this.#options.restartsWith?.get(code ?? -1);
    if (moreArgs !== undefined) this.#moreArgs = moreArgs;
    return moreArgs !== undefined;
  }

  async #try(version: string): Promise<'finished' | 'again' | 'wait'> {
    this.#options.log.info({ version }, 'A new version is tried');
    const started = await this.#start(version);
    if (started === null) return this.#giveBack('cannotStart');
    const verdict = await Promise.race([
      started.ended.then(({ code }) => (this.#takesMoreArgs(code) ? 'restart' : verdictOn(code))),
      this.#healthy(started.startId, started.ended),
    ]);
    if (this.#closing.signal.aborted) await started.ended;
    // Staff who left say nothing of the version: its trial goes on at the next start.
    if (this.#closing.signal.aborted || verdict === 'left') return 'finished';
    // A trouble of the machine, not of the version; it counts as a start of the trial, so that it has an end.
    if (verdict === 'restart') return 'again';
    if (verdict !== 'healthy') {
      await this.#end(started.child);
      return this.#giveBack(verdict);
    }
    await this.#turn({ type: 'healthy' });
    this.#options.log.info({ version }, 'The new version is well: it stays');
    return this.#afterEnd(version, await started.ended);
  }

  async #giveBack(failure: UpdateFailure): Promise<'again'> {
    const { version } = versionToStart(this.#state);
    this.#options.log.error({ version, failure }, 'The new version did not come up: back to the one before');
    await this.#turn({ type: 'trialFailed', failure });
    return 'again';
  }

  async #healthy(startId: string, ended: Promise<Ended>): Promise<'healthy' | 'notHealthyInTime'> {
    const limitMs = this.#options.healthyWithinMs ?? HEALTHY_WITHIN_MS;
    const until = performance.now() + limitMs;
    const over = new AbortController();
    void ended.then(() => over.abort());
    while (!over.signal.aborted && performance.now() < until) {
      if (await this.#home.isHealthy(startId)) return 'healthy';
      await delay(HEALTH_LOOK_MS);
    }
    return 'notHealthyInTime';
  }

  /** On disk before anything follows from it. A disk that refuses makes no trial: what is known to be good runs. */
  async #turn(event: LauncherEvent): Promise<void> {
    const next = nextState(this.#state, event);
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    try {
      await this.#home.writeState(next);
    } catch (error) {
      this.#options.log.error({ err: error }, 'The launcher cannot write its state');
      if (event.type === 'starting') return;
    }
    this.#state = next;
  }

  /** Null where the version's folder holds nothing that can be started. */
  async #start(version: string): Promise<{ child: ChildProcess; ended: Promise<Ended>; startId: string } | null> {
    const { factory, root, args, releaseKeyFile, log, commandFor = nodeCommand } = this.#options;
    const folder = version === factory.version ? factory.folder : this.#home.folderOf(version);
    const text = await realDisk.readText(join(folder, 'start.json'));
    const file = text === null ? null : startFileOf(text);
    const command = file === null ? null : commandFor(version, folder, file);
    if (command === null) {
      log.error({ version }, 'A version cannot be started: its folder is not whole');
      return null;
    }
    const startId = randomBytes(8).toString('hex');
    const child = spawn(command.program, [...command.args, ...args, ...this.#moreArgs], {
      cwd: command.cwd,
      // The pipe ends when we do, however that happens: then the program ends too (`whenLauncherEnds`).
      stdio: ['pipe', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...command.env,
        JIAOHAO_UPDATE_ROOT: root,
        JIAOHAO_START_ID: startId,
        JIAOHAO_VERSION: version,
        ...(releaseKeyFile === null ? {} : { JIAOHAO_RELEASE_KEY: releaseKeyFile }),
      },
    });
    this.#child = child;
    // Stopped while its files were read: `stop` saw no child.
    if (this.#closing.signal.aborted) void this.#end(child);
    child.stdin.on('error', () => undefined); // nothing is written to it
    const ended = new Promise<Ended>((resolve) => {
      child.once('exit', (code) => resolve({ code }));
      child.once('error', (error) => {
        log.error({ version, err: error }, 'A version cannot be started');
        resolve({ code: null });
      });
    });
    return { child, ended, startId };
  }

  async #end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), this.#options.killAfterMs ?? KILL_AFTER_MS);
    await ended;
    clearTimeout(kill);
  }
}

/** Of a trial that ended before it was well. */
function verdictOn(code: number | null): 'left' | 'cannotStart' | 'ended' {
  if (code === 0) return 'left';
  return code === CANNOT_START ? 'cannotStart' : 'ended';
}

function startFileOf(text: string): StartFile | null {
  try {
    return StartFile.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
