// The languages of the terminal itself: whatever lies in languages/, and the two that this machine speaks.
/// <reference types="vite/types/importMeta.d.ts" />
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { languagesAsked, pairTables, type Paired } from '@jiaohao/contracts/language-pair';
import type { TerminalLanguage } from './language-file.ts';
import en from './languages/en.ts';
import zh from './languages/zh.ts';

/** Bundled, the files are found by the bundler; else they lie beside this one. */
const isBundled = (import.meta as { env?: object }).env !== undefined;

function filesBeside(): Record<string, TerminalLanguage> {
  const load = createRequire(import.meta.url);
  const folder = join(import.meta.dirname, 'languages');
  const languageIn = (file: string) => (load(join(folder, file)) as { default: TerminalLanguage }).default;
  return Object.fromEntries(readdirSync(folder).map((file) => [file, languageIn(file)]));
}

const files = isBundled
  ? import.meta.glob<TerminalLanguage>('./languages/*.ts', { eager: true, import: 'default' })
  : filesBeside();

/** By file name: `zh`, `en`, and whatever else stands in the folder. */
export const LANGUAGES: Readonly<Record<string, TerminalLanguage>> = Object.fromEntries(
  Object.entries(files).map(([file, language]) => [basename(file, '.ts'), language]),
);

/** In the environment of every host, because the first start comes before any configuration: `zh,xx`. */
export const LANGUAGES_SETTING = 'JIAOHAO_LANGUAGES';

/** Names of the two languages, the important one first. What is not known is left out; Chinese and English come after. */
export function twoLanguages(setting: string | undefined, known: readonly string[]): readonly [string, string] {
  const [first = 'zh', second = 'en'] = languagesAsked(setting ?? '', known, ['zh', 'en']);
  return [first, second];
}

/** This machine's, in the order of `?languages=` of its pages. */
export const SPOKEN = twoLanguages(process.env[LANGUAGES_SETTING], Object.keys(LANGUAGES));

const [first, second] = SPOKEN;
export const FIRST = LANGUAGES[first] ?? zh;
export const SECOND = LANGUAGES[second] ?? en;
export const PAIRS: Paired<TerminalLanguage> = pairTables(FIRST, SECOND);
