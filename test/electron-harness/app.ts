// app: one program on one machine, its folders under XDG_CONFIG_HOME as Electron has them on Linux.
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { FakeBrowserWindow } from './browser-window.ts';
import { startEngine } from './engine.ts';
import type { Shape } from './shape.ts';
import { endUtilityProcesses } from './utility-process.ts';
import { engine, engineStarted, isPrevented } from './world.ts';

type Methods =
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'setName'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'requestSingleInstanceLock'
  | 'setLoginItemSettings'
  | 'isPackaged';

class FakeApp extends EventEmitter implements Shape<Electron.App, Methods> {
  readonly isPackaged = false;
  readonly #switches: string[] = [];
  readonly #paths = new Map<string, string>();
  #name = 'Electron';
  #ready: Promise<void> | null = null;
  #isReady = false;
  #isEnding = false;

  readonly commandLine = {
    appendSwitch: (name, value) => void this.#switches.push(`--${name}${value === undefined ? '' : `=${value}`}`),
    hasSwitch: (name) => [...this.#switches, ...process.argv].some((one) => one.split('=')[0] === `--${name}`),
  } satisfies Shape<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'>;

  constructor() {
    super();
    FakeBrowserWindow.whenMade((contents) => this.emit('web-contents-created', {}, contents));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.quit());
    // A test that is gone must not leave a browser behind.
    process.on('disconnect', () => this.exit(1));
  }

  whenReady(): Promise<void> {
    this.#ready ??= startEngine(this.#switches).then((started) => {
      engineStarted(started);
      this.#isReady = true;
      process.send?.({ type: 'engine', endpoint: started.endpoint });
      this.emit('ready', {}, {});
    });
    return this.#ready;
  }
  quit(): void {
    if (isPrevented(this, 'before-quit')) return;
    this.exit(0);
  }
  exit(code = 0): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    endUtilityProcesses();
    rmSync(this.#lockFile(), { force: true });
    if (!this.#isReady) process.exit(code);
    void engine.then((started) => started.close()).finally(() => process.exit(code));
  }
  relaunch(options?: Electron.RelaunchOptions): void {
    process.send?.({ type: 'relaunch', args: options?.args ?? process.argv.slice(1) });
  }
  setName(name: string): void {
    this.#name = name;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    if (name === 'appData') return config;
    if (name === 'userData') return join(config, this.#name);
    throw new Error(`the harness has no folder "${name}"`);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  enableSandbox(): void {
    // Debian's Chromium runs without its sandbox as root: nothing to enable (docs/electron.md).
  }
  disableHardwareAcceleration(): void {
    // The harness's Chromium draws without a GPU anyway.
  }
  setLoginItemSettings(): void {
    throw new Error('Electron has login items on Windows and macOS only');
  }

  /** A file with the holder's pid, and one beside it for each that came later. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    if (isHeld(this.#lockFile())) {
      // Whole or not at all: the holder reads it as soon as it sees it.
      const message = join(folder, `second-${process.pid}.json`);
      writeFileSync(`${message}.new`, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      renameSync(`${message}.new`, message);
      return false;
    }
    writeFileSync(this.#lockFile(), String(process.pid));
    watch(folder, () => {
      for (const name of readdirSync(folder).filter((each) => /^second-\d+\.json$/.test(each))) {
        const { argv, cwd } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { argv: string[]; cwd: string };
        rmSync(join(folder, name));
        this.emit('second-instance', {}, argv, cwd, null);
      }
    }).unref();
    return true;
  }

  #lockFile(): string {
    return join(this.getPath('userData'), 'SingletonLock');
  }
}

function isHeld(lock: string): boolean {
  if (!existsSync(lock)) return false;
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false; // its holder was killed
  }
}

export const fakeApp = new FakeApp();
