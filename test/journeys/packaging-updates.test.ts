// A packaged kiosk under its launcher, a real hall that serves its updates, a real page in Chromium: a good version stays, a broken one goes back.
import { spawn, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PLATFORMS, productVersion } from '../../packaging/platforms.ts';
import type { PlatformId } from '../../packaging/platforms.ts';
import { assembleTerminal, bundleTerminal } from '../../packaging/terminal/build-terminal.ts';
import { signRelease } from '../../packaging/updates/sign-release.ts';
import { filesIn, packFolder } from '../../packaging/ustar.ts';
import { startScreens, KIOSK } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { ROOT } from './child-process.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { runProgram } from './packaged-program.ts';
import type { RunningProgram } from './packaged-program.ts';

const MACHINE = `linux-${process.arch}` as PlatformId;
const PLATFORM = `browser-${MACHINE}`;
const PATIENCE = { timeout: 60_000, interval: 100 };
const work = mkdtempSync(join(tmpdir(), 'jiaohao-fleet-'));
const data = join(work, 'data');
const keyFile = join(work, 'release-private.pem');

let hall: HallProgram;
let screens: Screens;
let terminal: RunningProgram | null = null;
let installed: ReturnType<typeof assembleTerminal>;

beforeAll(async () => {
  hall = await startHall();
  screens = await startScreens();
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
  writeFileSync(join(hall.folder, 'updates/release-key.pem'), publicPem);
  installed = assembleTerminal(await bundleTerminal(), PLATFORMS[MACHINE], work);
  writeFileSync(join(installed.folder, 'release-key.pem'), publicPem);
  mkdirSync(data);
  writeFileSync(join(data, 'token'), await hall.credential('terminal', 'kiosk-1'), { mode: 0o600 });
  const listen = { port: await freePort() };
  const own = { terminalId: 'kiosk-1', role: 'kiosk', besideOthers: true };
  const config = { ...own, hallUrl: hall.url(), tokenFile: 'token', listen };
  writeFileSync(join(data, 'terminal.json'), JSON.stringify(config), { mode: 0o600 });
}, 300_000);

afterAll(async () => {
  await terminal?.stop();
  await screens.close();
  await hall.remove();
  rmSync(work, { recursive: true, force: true });
});

/** The installed version under another number; `main` replaces its program. Put onto the hall and given to everybody. */
async function release(version: string, main: string | null = null): Promise<void> {
  const app = join(work, `app-${version}`);
  cpSync(installed.app, app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'jiaohao-terminal', version, type: 'module' }));
  if (main !== null) writeFileSync(join(app, 'kiosk-app/browser/main.js'), main);
  const file = join(work, `${version}.tar.gz`);
  await packFolder(app, file, '', 1);
  const unpackedBytes = filesIn(app).reduce((sum, name) => sum + statSync(join(app, name)).size, 0);
  await signRelease(file, keyFile, { version, platform: PLATFORM, unpackedBytes });
  updates('put', file);
  updates('roll-out', version, '--zones', 'floor1-a');
}

function updates(...args: readonly string[]): unknown {
  const common = ['--hall', hall.url(), '--token-file', join(hall.folder, 'admin-token')];
  const script = join(ROOT, 'packaging/updates/updates-command.ts');
  const done = spawnSync(process.execPath, [script, ...common, ...args], { encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, '']);
  return JSON.parse(done.stdout);
}

const launcherState = () => JSON.parse(readFileSync(join(data, 'updates/launcher.json'), 'utf8')) as object;
const until = (check: () => void) => vi.waitFor(check, PATIENCE);

it('v1 fetches v2, restarts when it is quiet, and v2 stays once its page and devices run', async () => {
  await release('0.2.0');
  const start = join(installed.folder, 'bin/jiaohao-terminal');
  terminal = await runProgram(start, [data, '--quiet-after-ms', '1500'], { cwd: work });
  const page = await screens.open(String(terminal.ready['page']), KIOSK);
  await until(() => expect(launcherState()).toMatchObject({ current: '0.2.0', previous: '0.1.0', trial: null }));
  await until(() => {
    expect(updates('list')).toMatchObject({ terminals: [{ terminalId: 'kiosk-1', version: '0.2.0' }] });
  });
  // The page that was there all the time shows the hall again, through the new version.
  await page.getByText('安和市政务服务大厅').first().waitFor();
  expect(terminal.lines().length).toBe(2);
});

it('v3 is broken: v2 is back by itself, the hall knows, and v3 is not taken again', async () => {
  await release('0.3.0', 'throw new Error("this release was never started by anybody");\n');
  // The program crashes; the launcher starts it again, and a start looks for updates at once.
  const before = terminal?.lines().length ?? 0;
  process.kill(childOf(terminal?.pid ?? 0), 'SIGKILL');
  await until(() =>
    expect(launcherState()).toMatchObject({
      current: '0.2.0',
      trial: null,
      rejected: [{ version: '0.3.0', failure: 'ended' }],
    }),
  );
  await until(() => {
    expect(updates('list')).toMatchObject({
      packages: [
        { version: '0.2.0', failedAt: [] },
        { version: '0.3.0', failedAt: ['kiosk-1'], isHalted: false },
      ],
      terminals: [{ version: '0.2.0', failures: { '0.3.0': 'ended' } }],
    });
  });
  // Started after the crash, and once more after the failed trial.
  await until(() => expect(terminal?.lines().length).toBe(before + 2));
  expect(terminal?.log()).toContain('back to the one before');
});

it('the device tool runs with what is installed alone, its page with it', () => {
  expect(filesIn(installed.app)).toContain('dist/devices-page/index.html');
  const list = spawnSync(join(installed.folder, 'bin/jiaohao-devices'), ['list', '--json'], {
    cwd: work,
    env: { PATH: '' },
    encoding: 'utf8',
  });
  expect([list.status, list.stderr, list.stdout]).toEqual([0, '', expect.stringContaining('"ports"')]);
  for (const program of ['devices-tool', 'devices']) {
    const text = readFileSync(join(installed.app, `kiosk-app/${program}/main.js`), 'utf8');
    expect([program, text.includes(`"jiaohao": "${productVersion()}"`)]).toEqual([program, true]);
  }
});

it('the ticket’s template is edited with what is installed alone: no Node in PATH, no repo', async () => {
  const files = filesIn(installed.folder);
  for (const needed of ['bin/jiaohao-ticket-template', 'app/kiosk-app/template-editor/main.js']) {
    expect(files).toContain(needed);
  }
  const editor = spawn(join(installed.folder, 'bin/jiaohao-ticket-template'), [data], {
    cwd: work,
    env: { PATH: '', HOME: work },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(editor, 'exit');
  const [said] = (await once(editor.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  expect(await (await fetch(url)).text()).toContain('<textarea');
  const text = JSON.stringify({ blocks: [{ type: 'text', text: '{ticketNumber} 号', fit: true }] });
  const drawn = await fetch(`${url}preview`, {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: JSON.stringify({ text, sample: 'priority' }),
  });
  expect(await drawn.json()).toMatchObject({ ok: true, lines: ['K1-A0123 号'] });
  editor.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

/** The one program that the launcher runs. */
function childOf(launcherPid: number): number {
  const children = readFileSync(`/proc/${launcherPid}/task/${launcherPid}/children`, 'utf8').trim().split(' ');
  expect(children).toHaveLength(1);
  return Number(children[0]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
