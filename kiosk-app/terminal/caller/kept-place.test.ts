// The bar stands tomorrow where it stood today; a file that says nothing sensible is as good as none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordedLog } from '../../browser/testing/recorded-log.ts';
import { keepBar, readKeptBar } from './kept-place.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-bar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BAR = { place: { displayId: 7, across: 0.25, down: 'end' }, form: 'open' } as const;

it('keeps place and form', () => {
  const { log, text } = recordedLog();
  const file = join(folder, 'new', 'bar.json');
  expect(readKeptBar(file, log)).toBeNull();
  keepBar(file, BAR, log);
  expect(readKeptBar(file, log)).toEqual(BAR);
  expect(text()).toBe('');
});

it.each(['', '{', 'null', '{"place":{"displayId":1,"across":7,"down":"end"},"form":"open"}'])(
  'begins anew with %j, and says so',
  (words) => {
    const { log, text } = recordedLog();
    const file = join(folder, 'bar.json');
    writeFileSync(file, words);
    expect(readKeptBar(file, log)).toBeNull();
    expect(text()).toContain('could not be read');
  },
);

it('a disk that takes nothing is said', () => {
  const { log, text } = recordedLog();
  const file = join(folder, 'bar.json');
  writeFileSync(file, 'a file where a folder should be');
  keepBar(join(file, 'bar.json'), BAR, log);
  expect(text()).toContain('could not be kept');
});
