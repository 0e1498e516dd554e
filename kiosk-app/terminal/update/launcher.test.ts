// The launcher with real processes: small programs that are well, that end, that hang, that cannot be started.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Launcher } from './launcher.ts';
import { firstState } from './launcher-state.ts';
import type { LauncherState } from './launcher-state.ts';
import { CANNOT_START, RESTART_FOR_UPDATE } from './update-home.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PATIENCE = { timeout: 20_000, interval: 20 };

/** Says its version into a file; then does what the test wants of it. */
const program = (act: string) => `
  const { appendFileSync, writeFileSync, existsSync } = require('node:fs');
  const { JIAOHAO_UPDATE_ROOT: root, JIAOHAO_VERSION: version, JIAOHAO_START_ID: startId } = process.env;
  appendFileSync(root + '/started', version + ' ');
  const beWell = () => writeFileSync(root + '/healthy.json', JSON.stringify({ startId }));
  const stay = () => setInterval(() => { if (existsSync(root + '/end-' + version)) process.exit(Number(require('node:fs').readFileSync(root + '/end-' + version))); }, 10);
  process.stdin.on('end', () => process.exit(0)).resume();
  ${act}`;
const WELL = program('beWell(); stay();');
const CRASHES = program('process.exit(3);');
const CANNOT = program(`process.exit(${CANNOT_START});`);
const HANGS = program('stay();');
const IGNORES_SIGTERM = program('process.on("SIGTERM", () => undefined); stay();');
const WELL_THEN_CRASHES_ONCE = program(
  'beWell(); if (existsSync(root + "/once")) stay(); else { writeFileSync(root + "/once", ""); process.exit(1); }',
);

let root: string;
let launcher: Launcher | null = null;
let running: Promise<void> = Promise.resolve();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiaohao-launcher-'));
  appendFileSync(join(root, 'started'), '');
});
afterEach(async () => {
  await launcher?.stop();
  await running;
  launcher = null;
  rmSync(root, { recursive: true });
});

function install(folder: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'start.json'), JSON.stringify({ program: 'node', args: ['main.cjs'] }));
  writeFileSync(join(folder, 'main.cjs'), script);
}

const installVersion = (version: string, script: string) => install(join(root, 'versions', version), script);
const makeReady = (version: string) => writeFileSync(join(root, 'ready.json'), JSON.stringify({ version }));
const started = () => readFileSync(join(root, 'started'), 'utf8').trim();
const state = () => JSON.parse(readFileSync(join(root, 'launcher.json'), 'utf8')) as LauncherState;
/** The program of that version ends itself with this code. */
const endWith = (version: string, code: number) => writeFileSync(join(root, `end-${version}`), String(code));
const until = (check: () => void) => vi.waitFor(check, PATIENCE);

async function launch(healthyWithinMs = 15_000, restartsWith?: ReadonlyMap<number, readonly string[]>): Promise<void> {
  install(join(root, 'factory'), WELL);
  launcher = await Launcher.open({
    root,
    factory: { version: '1.0.0', folder: join(root, 'factory') },
    args: [],
    releaseKeyFile: null,
    log: SILENT,
    healthyWithinMs,
    backoffMs: { least: 20, most: 40 },
    killAfterMs: 300,
    ...(restartsWith === undefined ? {} : { restartsWith }),
  });
  running = launcher.run();
}

test('a version that is ready is tried when the program asks for it, and stays when it is well', async () => {
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
  installVersion('1.1.0', WELL);
  makeReady('1.1.0');
  endWith('1.0.0', RESTART_FOR_UPDATE);
  await until(() => expect(state()).toEqual({ ...firstState('1.1.0'), previous: '1.0.0' }));
  expect(started()).toBe('1.0.0 1.1.0');
});

test.each([
  ['ends', CRASHES, 'ended', 15_000],
  ['says that it cannot start', CANNOT, 'cannotStart', 15_000],
  ['says nothing in time', HANGS, 'notHealthyInTime', 3_000],
  ['says nothing and will not go', IGNORES_SIGTERM, 'notHealthyInTime', 3_000],
])('one that %s is given back and never tried again', async (_, script, failure, healthyWithinMs) => {
  installVersion('1.1.0', script);
  makeReady('1.1.0');
  await launch(healthyWithinMs);
  await until(() => expect(started()).toBe('1.1.0 1.0.0'));
  expect(state()).toEqual({ ...firstState('1.0.0'), rejected: [{ version: '1.1.0', failure }] });
  endWith('1.0.0', RESTART_FOR_UPDATE);
  await until(() => expect(started()).toMatch(/^1\.1\.0 1\.0\.0 1\.0\.0/));
  expect(started().match(/1\.1\.0/g)).toHaveLength(1);
});

test('a folder that cannot be started is given back', async () => {
  mkdirSync(join(root, 'versions/1.1.0'), { recursive: true });
  makeReady('1.1.0');
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
  expect(state().rejected).toEqual([{ version: '1.1.0', failure: 'cannotStart' }]);
});

test('the current version’s files are gone: the one before runs', async () => {
  writeFileSync(join(root, 'launcher.json'), JSON.stringify({ ...firstState('1.1.0'), previous: '1.0.0' }));
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
  expect(state().current).toBe('1.0.0');
});

test('a version that was well once and crashes later is started again, not given back', async () => {
  writeFileSync(join(root, 'launcher.json'), JSON.stringify({ ...firstState('1.1.0'), previous: '1.0.0' }));
  installVersion('1.1.0', WELL_THEN_CRASHES_ONCE);
  await launch();
  await until(() => expect(started()).toBe('1.1.0 1.1.0'));
  expect(state().current).toBe('1.1.0');
});

test('staff leave the terminal: the launcher ends with it', async () => {
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
  endWith('1.0.0', 0);
  await running;
});

test('staff leave during a trial: the launcher ends with it, and the version is not given back', async () => {
  installVersion('1.1.0', HANGS);
  makeReady('1.1.0');
  await launch();
  await until(() => expect(started()).toBe('1.1.0'));
  endWith('1.1.0', 0);
  await running;
  expect(started()).toBe('1.1.0');
  expect(state()).toEqual({ ...firstState('1.0.0'), trial: { version: '1.1.0', starts: 1 } });
});

const PLAIN = 76;
const NEEDS_PLAIN = program(`if (process.argv.includes('--plain')) { beWell(); stay(); } else process.exit(${PLAIN});`);
const ALWAYS_ASKS = program(`process.exit(${PLAIN});`);

test('a version that asks during its trial to be started with more is not given back, and keeps them', async () => {
  installVersion('1.1.0', NEEDS_PLAIN);
  makeReady('1.1.0');
  await launch(15_000, new Map([[PLAIN, ['--plain']]]));
  await until(() => expect(state()).toEqual({ ...firstState('1.1.0'), previous: '1.0.0' }));
  expect(started()).toBe('1.1.0 1.1.0');
  endWith('1.1.0', RESTART_FOR_UPDATE);
  await until(() => expect(started()).toMatch(/^1\.1\.0 1\.1\.0 1\.1\.0/));
});

test('one that asks for it at every start is given back', async () => {
  installVersion('1.1.0', ALWAYS_ASKS);
  makeReady('1.1.0');
  await launch(15_000, new Map([[PLAIN, ['--plain']]]));
  await until(() => expect(started()).toBe('1.1.0 1.1.0 1.0.0'));
  expect(state().rejected).toEqual([{ version: '1.1.0', failure: 'interrupted' }]);
});

test('the current version says that it cannot start: it is not started again and again', async () => {
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
  endWith('1.0.0', CANNOT_START);
  await running;
  expect(started()).toBe('1.0.0');
});

test('stopped in the middle of a trial: the trial has another start, and then no more', async () => {
  installVersion('1.1.0', HANGS);
  makeReady('1.1.0');
  for (const starts of [1, 2]) {
    await launch();
    await until(() => expect(started()).toBe(Array(starts).fill('1.1.0').join(' ')));
    expect(state().trial).toEqual({ version: '1.1.0', starts });
    await launcher?.stop();
    await running;
  }
  await launch();
  await until(() => expect(started()).toBe('1.1.0 1.1.0 1.0.0'));
  expect(state().rejected).toEqual([{ version: '1.1.0', failure: 'interrupted' }]);
});

test('a state file of noise is no reason not to start', async () => {
  writeFileSync(join(root, 'launcher.json'), '{"current":');
  await launch();
  await until(() => expect(started()).toBe('1.0.0'));
});
