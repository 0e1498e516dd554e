// docs/verification.md says which test proves what: every file and every case that it names must be there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PROOF = /`([\w./-]+\.test\.ts)`((?:\s*“[^”]+”)*)/g;

const proofs = Array.from(
  readFileSync(join(ROOT, 'docs/verification.md'), 'utf8').matchAll(PROOF),
  ([, file = '', cases = '']) => ({
    file,
    cases: Array.from(cases.matchAll(/“([^”]+)”/g), (match) => match[1] ?? ''),
  }),
);

test('every file and case is there', () => {
  expect(proofs.length).toBeGreaterThan(40);
  const missing = proofs.flatMap(({ file, cases }) => {
    const path = join(ROOT, file);
    if (!existsSync(path)) return [file];
    const text = readFileSync(path, 'utf8');
    return cases.filter((words) => !text.includes(words)).map((words) => `${file}: ${words}`);
  });
  expect(missing).toEqual([]);
});
