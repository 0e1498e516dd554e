// A configuration file with mistakes is refused at the start, each named by its path, in Chinese and English.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfigFile } from './config-file.ts';

const DEMO = join(import.meta.dirname, '../test/data/halls/demo.json');
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jiaohao-config-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function said(text: string): string {
  const file = join(folder, 'hall.json');
  writeFileSync(file, text);
  try {
    readConfigFile(file);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'taken';
}

it('takes the demo hall', () => expect(said(readFileSync(DEMO, 'utf8'))).toBe('taken'));

it('names every mistake of a field in both languages', () => {
  const { queues, ...demo } = JSON.parse(readFileSync(DEMO, 'utf8')) as { queues: object[] };
  const lines = said(JSON.stringify({ ...demo, queues: [{ ...queues[0], prefix: 'abc' }, ...queues.slice(1)] }));
  expect(lines).toContain('有错误 / The configuration');
  expect(lines).toContain('  queues[0].prefix: 一个或两个大写字母 / one or two capital letters');
});

it('and of what names nothing', () => {
  const demo = JSON.parse(readFileSync(DEMO, 'utf8')) as object;
  const lines = said(JSON.stringify({ ...demo, comprehensiveQueueId: 'none' }));
  expect(lines).toContain(
    '  comprehensiveQueueId: queues 中没有“none” / must name one of the queues; there is no "none"',
  );
});

it('says of a file that is no JSON that it cannot be read', () => expect(said('{')).toContain('无法读取 / The'));
