// The list of answered ratings on disk: the newest, whatever the file held before, and never in the way.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { AnsweredRatings } from './answered.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-answered-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the newest 64 are known, to the next start too; one that is asked again is not', () => {
  const file = join(folder, 'answered.json');
  const before = new AnsweredRatings(file);
  for (let id = 1; id <= 70; id += 1) before.add(String(id));
  before.delete('70');
  const after = new AnsweredRatings(file);
  expect(['6', '7', '69', '70'].map((id) => after.has(id))).toEqual([false, true, true, false]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(63);
});

it.each(['', '{', '{"71": true}', '[71]', 'null'])(
  'a file that holds %j is an empty list, and ours from the next on',
  (held) => {
    const file = join(folder, 'strange.json');
    writeFileSync(file, held);
    const answered = new AnsweredRatings(file);
    expect(answered.has('71')).toBe(false);
    answered.add('72');
    expect(new AnsweredRatings(file).has('72')).toBe(true);
  },
);

it('where nothing can be written it is known in memory', () => {
  const file = join(folder, 'a-folder');
  mkdirSync(file);
  for (const answered of [new AnsweredRatings(file), new AnsweredRatings(join(folder, 'nowhere', 'answered.json'))]) {
    answered.add('71');
    expect(answered.has('71')).toBe(true);
  }
});
