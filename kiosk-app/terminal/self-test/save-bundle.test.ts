// What a support bundle says and hides, and a disk that takes none.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
