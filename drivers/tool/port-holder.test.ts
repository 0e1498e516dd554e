// Who has a port open, by program and script, and never by what else stands in a command line: from a tree as Linux lays out /proc.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { portHolders } from './port-holder.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-holders-'));
afterAll(() => rmSync(folder, { recursive: true }));

function runs(pid: number, words: readonly string[], comm: string, open: readonly string[]): void {
  const place = join(folder, 'proc', String(pid));
  mkdirSync(join(place, 'fd'), { recursive: true });
  writeFileSync(join(place, 'cmdline'), words.map((word) => `${word}\0`).join(''));
  writeFileSync(join(place, 'comm'), `${comm}\n`);
  open.forEach((target, nth) => symlinkSync(target, join(place, 'fd', String(nth))));
}

test('all of them, by program and script, with no other argument', async () => {
  const node = ['/usr/bin/node', '--max-semi-space-size=4', '/opt/jiaohao/kiosk-app/browser/main.ts'];
  runs(900, [...node, '--config', '/home/zhangsan/terminal.json'], 'MainThread', ['/dev/null', '/dev/ttyUSB0']);
  runs(77, ['/usr/bin/minicom', '-D', '/dev/ttyUSB0', '--secret'], 'minicom', ['/dev/ttyUSB0']);
  runs(78, [], 'kworker', ['/dev/ttyUSB0']);
  runs(79, ['cat'], 'cat', ['/dev/ttyUSB1']);
  mkdirSync(join(folder, 'proc', 'self'), { recursive: true });
  expect(await portHolders('/dev/ttyUSB0', join(folder, 'proc'))).toEqual([
    { pid: 77, program: 'minicom' },
    { pid: 78, program: 'kworker' },
    { pid: 900, program: 'node browser/main.ts' },
  ]);
  expect(await portHolders('/dev/ttyUSB2', join(folder, 'proc'))).toEqual([]);
  expect(await portHolders('/dev/ttyUSB0', join(folder, 'nothing'))).toEqual([]);
});

test.runIf(process.platform === 'linux')('a Node program that has a file open is seen by its script', async () => {
  const script = join(folder, 'holder.mjs');
  writeFileSync(
    script,
    `import { openSync } from 'node:fs'; openSync(process.argv[2], 'r'); console.log('open'); setInterval(() => 0, 1000);`,
  );
  const held = join(folder, 'held');
  writeFileSync(held, '');
  const child = spawn(process.execPath, [script, held, 'secret'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const holders = await portHolders(realpathSync(held));
  child.kill();
  expect(holders).toEqual([{ pid: child.pid, program: expect.stringMatching(/^node .*\/holder\.mjs$/) as unknown }]);
});
