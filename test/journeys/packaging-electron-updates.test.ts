// The Electron host under its launcher, a real hall that serves its updates, the harness in Electron's place: a good version stays, a broken one goes back.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signRelease } from '../../packaging/updates/sign-release.ts';
import { filesIn, packFolder } from '../../packaging/ustar.ts';
import { ROOT } from './child-process.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';

const PLATFORM = `electron-linux-${process.arch}`;
/** Three starts of a Chromium, one after the other. */
const PATIENCE = { timeout: 180_000, interval: 100 };
const TEST_MS = 240_000;
const work = mkdtempSync(join(tmpdir(), 'jiaohao-electron-fleet-'));
const installed = join(work, 'installed');
const data = join(work, 'machine/jiaohao-terminal');
const keyFile = join(work, 'release-private.pem');

let hall: HallProgram;
let launcher: ChildProcess | null = null;
let log = '';

beforeAll(async () => {
  hall = await startHall();
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
  writeFileSync(join(hall.folder, 'updates/release-key.pem'), publicPem);
  // Native modules of the machine, found from every version's folder.
  symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'));
  for (const part of ['electron', 'kiosk', 'caller'])
    cpSync(join(ROOT, 'dist', part), join(installed, 'dist', part), { recursive: true });
  name(installed, '0.1.0');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'release-key.pem'), publicPem);
  writeFileSync(join(data, 'token'), await hall.credential('terminal', 'kiosk-1'), { mode: 0o600 });
  const config = { terminalId: 'kiosk-1', role: 'kiosk', hallUrl: hall.url(), tokenFile: 'token', besideOthers: true };
  writeFileSync(join(data, 'terminal.json'), JSON.stringify(config), { mode: 0o600 });
});

afterAll(async () => {
  launcher?.kill('SIGTERM');
  await vi.waitFor(() => expect([0, undefined]).toContain(launcher?.exitCode), PATIENCE);
  await hall.remove();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

/** As packaging/electron/stage-app.ts does it. */
function name(folder: string, version: string): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'jiaohao-terminal', version, type: 'module' }));
  writeFileSync(join(folder, 'start.json'), JSON.stringify({ program: 'electron', args: [] }));
}

async function release(version: string, change: (folder: string) => void = () => undefined): Promise<void> {
  const folder = join(work, `app-${version}`);
  cpSync(installed, folder, { recursive: true });
  name(folder, version);
  change(folder);
  const file = join(work, `${version}.tar.gz`);
  await packFolder(folder, file, '', 1);
  const unpackedBytes = filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  await signRelease(file, keyFile, { version, platform: PLATFORM, unpackedBytes });
  updates('put', file);
  updates('roll-out', version, '--percent', '100');
}

function updates(...args: readonly string[]): void {
  const common = ['--hall', hall.url(), '--token-file', join(hall.folder, 'admin-token')];
  const script = join(ROOT, 'packaging/updates/updates-command.ts');
  const done = spawnSync(process.execPath, [script, ...common, ...args], { encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, '']);
}

const launcherState = () => JSON.parse(readFileSync(join(data, 'updates/launcher.json'), 'utf8')) as object;
const until = (check: () => void) => vi.waitFor(check, PATIENCE);

it(
  'v1 fetches v2, restarts when it is quiet, and v2 stays once its page and devices run',
  async () => {
    await release('0.2.0');
    const harness = join(ROOT, 'test/electron-harness/register.ts');
    launcher = spawn(
      process.execPath,
      ['--import', harness, join(installed, 'dist/electron/launcher.js'), '--quiet-after-ms', '1000'],
      { env: { ...process.env, XDG_CONFIG_HOME: join(work, 'machine') }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    launcher.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
    await until(() => expect(launcherState()).toMatchObject({ current: '0.2.0', previous: '0.1.0', trial: null }));
  },
  TEST_MS,
);

it(
  'v3 is broken: back to v2 by itself, and the hall is told',
  async () => {
    await release('0.3.0', (folder) => {
      writeFileSync(join(folder, 'dist/electron/main.js'), 'throw new Error("never started by anybody");\n');
    });
    // A start looks for updates at once: the terminal that runs is killed, and started again by the launcher.
    const children = readFileSync(`/proc/${launcher?.pid}/task/${launcher?.pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(children[0]), 'SIGKILL');
    await until(() =>
      expect(launcherState()).toMatchObject({
        current: '0.2.0',
        trial: null,
        rejected: [{ version: '0.3.0', failure: 'ended' }],
      }),
    );
    await until(() => expect(log).toContain('back to the one before'));
    await until(() => expect(readFileSync(join(data, 'updates/reported.json'), 'utf8')).toContain('0.3.0'));
  },
  TEST_MS,
);
