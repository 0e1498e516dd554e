// `npm run devices -- page` as a process: its address and its end, and what an installer is told where it cannot be.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { isPin } from '../terminal/leave-pin.ts';
import { lockTerminal } from '../terminal/machine-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: string[]) {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  let out = '';
  let err = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<{ exitCode: number | null; out: string; err: string }>((resolve) => {
    program.once('close', (exitCode) => resolve({ exitCode, out, err }));
  });
  // Of a program that ends without one, what it said of it.
  const firstLine = new Promise<string>((resolve, reject) => {
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve(out);
    });
    program.once('close', () => reject(new Error(`ended without a line: ${err}`)));
  });
  firstLine.catch(() => undefined);
  return { program, firstLine, ended };
}

function configFile(more: object = {}): { file: string; config: { hallUrl: string; terminalId: string } } {
  const config = { terminalId: `pads-${process.pid}`, hallUrl: 'http://192.0.2.10:8080' };
  const file = join(mkdtempSync(join(folder, 'of-')), 'terminal.json');
  writeFileSync(file, JSON.stringify({ ...config, role: 'pads', tokenFile: 'token', devices: [], ...more }));
  return { file, config };
}

test('it says where the page is, and ends in order', async () => {
  const { program, firstLine, ended } = start('page', '--json', '--config', configFile().file);
  const { page } = JSON.parse(await firstLine) as { page: string };
  expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await fetch(page)).status).toBe(200);
  program.kill('SIGTERM');
  expect(await ended).toMatchObject({ exitCode: 0, err: '' });
});

test('a terminal that runs is named: its ports are its own', async () => {
  const { file, config } = configFile();
  const lock = await lockTerminal({ ...config, role: 'pads', besideOthers: false });
  onTestFinished(() => lock.release());
  const { exitCode, err } = await start('page', '--config', file).ended;
  expect(exitCode).toBe(1);
  expect(err).toContain(`本机已有终端 ${config.terminalId} 在运行`);
  expect(err).toContain('Stop the terminal first');
});

test('a mistake in the file is told by its path; ports beside a file, and an unknown command, by the usage', async () => {
  const wrong = start('page', '--json', '--config', configFile({ devices: [{ kind: 'pen' }] }).file);
  const both = start('page', '--json', '--config', configFile().file, '--port', '/dev/ttyUSB0');
  const none = start('open');
  const told = await wrong.ended;
  expect(told.exitCode).toBe(1);
  expect(JSON.parse(told.out)).toMatchObject({
    error: { code: 'badConfig', en: expect.stringContaining('devices[0].kind') as unknown },
  });
  expect((await both.ended).exitCode).toBe(2);
  const usage = await none.ended;
  expect(usage.exitCode).toBe(2);
  expect(usage.err).toMatch(/read-card[^]*page \[--config terminal\.json\]/);
});

test('make-pin says the line that a terminal takes, and refuses what is no PIN', async () => {
  const makePin = (input: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'make-pin', '--json'], {
      input,
      encoding: 'utf8',
    });
  const { leavePin } = JSON.parse(makePin('482915\n').stdout) as { leavePin: string };
  expect([await isPin('482915', leavePin), await isPin('482916', leavePin)]).toEqual([true, false]);
  const refused = makePin('secret\n');
  expect([refused.status, refused.stdout + refused.stderr]).toEqual([2, expect.not.stringContaining('secret')]);
  // As from `printf` and from /dev/null: the input ends, and no line end came.
  const unended = JSON.parse(makePin('482915').stdout) as { leavePin: string };
  expect(await isPin('482915', unended.leavePin)).toBe(true);
  const nothing = makePin('');
  expect([nothing.status, JSON.parse(nothing.stdout)]).toEqual([
    2,
    { error: expect.objectContaining({ code: 'usage' }) as unknown },
  ]);
});
