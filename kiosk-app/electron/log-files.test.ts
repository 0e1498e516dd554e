// The log rotates, and a disk that is full costs lines, never the program.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { LOG_FILE, openLogFiles } from './log-files.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'jiaohao-log-'));
const PATIENCE = { timeout: 20_000, interval: 20 };

test('files rotate at their size, and no more than ten stay', async () => {
  const here = folder();
  const files = openLogFiles({ folder: here, size: '10K' });
  const line = `${'x'.repeat(999)}\n`;
  for (let count = 0; count < 300; count += 1) {
    files.write(line);
    if (count % 20 === 0) await vi.waitFor(() => expect(readdirSync(here).length).toBeGreaterThan(0), PATIENCE);
  }
  await files.close();
  const names = readdirSync(here).filter((name) => name.startsWith(LOG_FILE));
  expect(names.length).toBeGreaterThan(3);
  expect(names.length).toBeLessThanOrEqual(10);
  for (const name of names) expect(statSync(join(here, name)).size).toBeLessThanOrEqual(12_000);
});

test('a folder that cannot be made: lines are lost and counted, and written again when the disk is back', async () => {
  const here = folder();
  const place = join(here, 'logs');
  writeFileSync(place, 'a file where the folder should be');
  let now = 0;
  const files = openLogFiles({ folder: place, now: () => now });
  files.write('first\n');
  await vi.waitFor(() => {
    files.write('meanwhile\n');
    now += 1;
    expect(existsSync(join(place, LOG_FILE))).toBe(false);
    expect(now).toBeGreaterThan(5);
  }, PATIENCE);
  rmSync(place);
  now += 60_000;
  files.write('after\n');
  await files.close();
  const text = readFileSync(join(place, LOG_FILE), 'utf8');
  expect(text).toMatch(/"lost":[1-9]\d*/);
  expect(text).toMatch(/after\n$/);
});

test('a full disk: nothing is thrown, nothing piles up', async () => {
  const here = folder();
  mkdirSync(here, { recursive: true });
  symlinkSync('/dev/full', join(here, LOG_FILE));
  const files = openLogFiles({ folder: here });
  for (let count = 0; count < 1_000; count += 1) files.write(`line ${count}\n`);
  await files.close();
  expect(() => files.write('one more\n')).not.toThrow();
});
