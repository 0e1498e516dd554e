// What a support bundle says and hides, and a disk that takes none.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordedLog } from '../../browser/testing/recorded-log.ts';
import { saveBundle } from './save-bundle.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jiaohao-bundle-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parts = (dataFolder: string) => ({
  ...{ terminalId: 'K1', dataFolder, log: recordedLog().log, facts: { versions: {} }, devices: [] },
  settings: [
    {
      ...{ kind: 'evaluationPad' as const, model: 'android', port: 'ws:8081' },
      options: { password: 'geheim', loginName: 'pad-1', address: 3 },
    },
  ],
  print: { state: 'idle' as const },
});

test('secrets of devices are hidden, the rest is there, and only its user reads it', () => {
  const saved = saveBundle(parts(folder));
  if (saved.state !== 'saved') throw new Error(saved.state);
  const text = readFileSync(saved.file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    terminal: { devices: [{ options: { password: '***', loginName: '***', address: 3 } }] },
  });
  expect(text).not.toMatch(/geheim|pad-1/);
  expect(statSync(saved.file).mode & 0o077).toBe(0);
});

test('a disk that takes no file is said by its code', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(saveBundle(parts(file))).toEqual({ state: 'failed', code: 'ENOTDIR' });
});

test('the newest ten stay; nothing else in the folder is touched', () => {
  const support = join(folder, 'support');
  mkdirSync(support);
  // Of a clock that was ahead: the new one stays all the same.
  const old = Array.from({ length: 14 }, (_, day) => `support-2099-03-${String(day + 10)}T08-30-00-000Z.json`);
  for (const name of [...old, 'notes.txt', 'support-printer.json']) writeFileSync(join(support, name), '{}');
  const saved = saveBundle(parts(folder));
  if (saved.state !== 'saved') throw new Error(saved.state);
  const left = readdirSync(support).map((name) => join(support, name));
  const expected = [...old.slice(-9), 'notes.txt', 'support-printer.json'].map((name) => join(support, name));
  expect(left.sort()).toEqual([...expected, saved.file].sort());
});

test('an old one that cannot be removed costs no new one, and is said', () => {
  const support = join(folder, 'support');
  for (let day = 10; day < 20; day += 1) {
    // A folder of that name: not a file that could be removed so.
    mkdirSync(join(support, `support-2026-03-${day}T08-30-00-000Z.json`), { recursive: true });
  }
  const recorded = recordedLog();
  expect(saveBundle({ ...parts(folder), log: recorded.log })).toMatchObject({ state: 'saved' });
  expect(recorded.text()).toContain('Old support bundles cannot be removed');
});
