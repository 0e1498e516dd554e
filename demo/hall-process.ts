// The hall server as a child process: started, started again when it dies, ended with the demo.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HALL_NODE_FLAGS } from '@jiaohao/hall-server';
import { DemoCannotStart } from './demo-cannot-start.ts';
import { openLogFile } from './log-file.ts';
import type { HallState } from './wire.ts';

const LIFELINE = join(import.meta.dirname, 'lifeline.ts');
const LOG_NAME = 'hall-server.log';
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;
/** One that ran this long was well: the next restart is quick again. */
const WELL_AFTER_MS = 30_000;
const KILL_AFTER_MS = 8_000;

export interface HallProcessOptions {
  /** The program and its arguments, for Node. */
  readonly program: readonly string[];
  readonly logFolder: string;
  /** Called with every change, and with how the server ended. */
  readonly onState: (state: HallState, ending: string | null) => void;
  readonly firstRetryMs?: number;
}

export class HallProcess {
  readonly #options: HallProcessOptions;
  #child: ChildProcess | null = null;
  #exited: Promise<void> = Promise.resolve();
  #retryMs: number;
  #retry: NodeJS.Timeout | null = null;
  #isStopping = false;

  constructor(options: HallProcessOptions) {
    this.#options = options;
    this.#retryMs = options.firstRetryMs ?? FIRST_RETRY_MS;
  }

  /** Resolves when the server listens. Rejects with DemoCannotStart, carrying the server's own words, when it ends before. */
  async start(): Promise<void> {
    const logFile = join(this.#options.logFolder, LOG_NAME);
    const wordsFrom = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    if (await this.#run()) return;
    this.#isStopping = true;
    throw new DemoCannotStart(`大厅服务器没有启动。 The hall server did not start.\n${plainWords(logFile, wordsFrom)}`);
  }

  /** Process id of the server that runs now. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const child = this.#child;
    if (child === null) return;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await this.#exited;
    clearTimeout(kill);
  }

  /** True when it listens, false when it ended before that. */
  #run(): Promise<boolean> {
    const { onState, program, logFolder } = this.#options;
    const startedAt = performance.now();
    onState('starting', null);
    // A process group of its own: a Ctrl-C in the terminal reaches the demo alone, which then ends the server.
    const child = spawn(process.execPath, [...HALL_NODE_FLAGS, '--import', LIFELINE, ...program], {
      stdio: ['pipe', 'pipe', openLogFile(logFolder, LOG_NAME)],
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    // A pipe to a server that is gone; `exit` tells it.
    child.stdin?.on('error', () => undefined);
    return new Promise((resolve) => {
      child.stdout?.once('data', () => {
        onState('running', null);
        resolve(true);
      });
      this.#exited = new Promise((exited) => {
        const end = (words: string): void => {
          resolve(false);
          this.#ended(words, performance.now() - startedAt);
          exited();
        };
        child.once('exit', (code, signal) => end(signal ?? `code ${code ?? '?'}`));
        child.once('error', (error) => end(error.message));
      });
    });
  }

  #ended(words: string, livedMs: number): void {
    this.#child = null;
    if (this.#isStopping) return;
    if (livedMs > WELL_AFTER_MS) this.#retryMs = this.#options.firstRetryMs ?? FIRST_RETRY_MS;
    this.#options.onState('restarting', words);
    this.#retry = setTimeout(() => void this.#run(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }
}

/** What the server said to a person since then: its lines that are no log records. */
function plainWords(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('{'))
    .slice(-20)
    .join('\n');
}
