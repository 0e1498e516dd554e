// House rules as an ordinary test: sizes, first lines, the import table, words that do not belong in the repo.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { folderOf, importTable } from './import-table.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const sources = tracked.filter((file) => /\.tsx?$/.test(file));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const isTest = (file: string) => file.endsWith('.test.ts') || file.startsWith('test/') || file.includes('/testing/');

describe('house rules', () => {
  it('the first line of every source file says why it exists', () => {
    expect(sources.filter((file) => !/^(\/\/|\/\*\*?) ?\S/.test(text(file)))).toEqual([]);
  });

  it(`no source file is longer than ${FILE_LINES_MAX} lines`, () => {
    const long = sources.filter((file) => text(file).split('\n').length > FILE_LINES_MAX + 1);
    expect(long).toEqual([]);
  });

  it(`no function is longer than ${FUNCTION_LINES_MAX} lines`, () => {
    expect(sources.filter((file) => !isTest(file)).flatMap(longFunctions)).toEqual([]);
  });

  it('nothing is switched off, left for later, or printed by the way', () => {
    const banned = [
      /\b(it|test|describe)\.(skip|only|todo)\(/,
      /\b(TODO|FIXME|XXX)\b/,
      /@ts-(ignore|nocheck|expect-error)/,
      /expect\(true\)/,
    ];
    const found = sources
      .filter((file) => file !== 'test/tidy.test.ts')
      .flatMap((file) =>
        banned.filter((pattern) => pattern.test(text(file))).map((pattern) => `${file}: ${String(pattern)}`),
      );
    expect(found).toEqual([]);
  });

  it('there is no room called utils, helpers, common or misc', () => {
    expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });

  it('workspaces import each other as docs/architecture.md says', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => !importTable.mayImport(file, target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing imports demo or test', () => {
    const wrong = sources
      .filter((file) => !['demo', 'test'].includes(folderOf(file)))
      .filter((file) => importsOf(file).some((target) => ['demo', 'test'].includes(folderOf(target))));
    expect(wrong).toEqual([]);
  });

  it('every file in docs and rules that code cites is there', () => {
    const cited = sources.flatMap((file) =>
      [...text(file).matchAll(/docs\/[a-z0-9/-]+\.md/g)].map((match) => match[0]),
    );
    expect([...new Set(cited)].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

/** Imported files relative to the root, or module names as written. Test files may reach into what they test. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(text(file), true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), fileName)) : fileName,
    );
}

function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    text(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = line(node.end) - line(node.getStart(source)) + 1;
      if (lines > FUNCTION_LINES_MAX) found.push(`${file}:${line(node.getStart(source)) + 1} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
