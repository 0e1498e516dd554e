// `npm run kiosk` on a machine without Electron's program: a sentence, no stack trace; and the line that a PIN becomes.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPin } from '../terminal/leave-pin.ts';

function start(args: readonly string[], env: Readonly<Record<string, string>>, input = '') {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), ...args], {
    env: { ...process.env, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  child.stdin.end(input);
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

test('without the program: said, with what to do', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'jiaohao-no-electron-'));
  const { code, out, err } = await start(['--config', 'terminal.json'], { ELECTRON_OVERRIDE_DIST_PATH: empty });
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/not on this machine|not built/);
  expect(err).toMatch(/npx install-electron|npm run build/);
  expect(err).not.toMatch(/\n\s+at /);
});

test('--make-pin prints the line for the configuration, and refuses what is no PIN', async () => {
  const made = await start(['--make-pin'], {}, '482915\n');
  expect(made.code).toBe(0);
  expect(await isPin('482915', made.out.trim())).toBe(true);
  const refused = await start(['--make-pin'], {}, 'secret\n');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('6 to 12 digits');
});
