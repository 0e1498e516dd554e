// A third language for a workspace's pages, made of one file: every English word twice as long. Built beside the real pages, in a folder of its own.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ROOT } from '../child-process.ts';

interface Wish {
  readonly workspace: 'display-board' | 'consoles' | 'kiosk-app';
  /** Where in the workspace each of its tables has its languages. */
  readonly languages: readonly TableOfTexts[];
  /** Page name on the server -> its folder in the workspace. */
  readonly pages: Readonly<Record<string, string>>;
}

interface TableOfTexts {
  readonly folder: string;
  /** The type that checks a language file, and where it is exported from. */
  readonly type: string;
  readonly from: string;
}

export interface ThirdLanguage {
  /** As after a build of all pages: one folder for each. */
  readonly pagesFolder: string;
  remove(): void;
}

/** The language is called `xx`. */
export async function buildThirdLanguage({ workspace, languages, pages }: Wish): Promise<ThirdLanguage> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-language-'));
  const copy = join(folder, workspace);
  cpSync(join(ROOT, workspace), copy, { recursive: true, filter: (path) => !path.includes('node_modules') });
  cpSync(join(ROOT, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const table of languages) writeFileSync(join(copy, table.folder, 'xx.ts'), languageFile(table));
  const pagesFolder = join(folder, 'pages');
  mkdirSync(pagesFolder);
  for (const [name, root] of Object.entries(pages)) {
    await build({
      configFile: false,
      root: join(copy, root),
      base: './',
      logLevel: 'error',
      plugins: [react()],
      build: { outDir: join(pagesFolder, name), assetsInlineLimit: 0, minify: false, reportCompressedSize: false },
    });
  }
  return { pagesFolder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Each letter twice; numbers, marks and what is put into a text stay. */
const languageFile = ({ type, from }: TableOfTexts) => `// A language of words twice as long.
import type { ${type} } from '${from}';
import en from './en.ts';

function longer(text: string): string {
  return text.replace(/[A-Za-z]+/g, (word) => (/^[A-Z]+$/.test(word) ? word : word.replace(/./g, '$&$&').toLowerCase()));
}
function twice(table: unknown): unknown {
  if (typeof table === 'string') return longer(table);
  if (typeof table === 'function') return (...given: unknown[]) => longer(String(table(...given)));
  return Object.fromEntries(Object.entries(table as object).map(([key, text]) => [key, twice(text)]));
}
const xx = { ...(twice(en) as ${type}), tag: 'fi', htmlLang: 'fi' };
export default xx;
`;
