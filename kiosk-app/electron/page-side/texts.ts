// Every word of the shell's own pages, in the two languages of this machine, which the shell says in the page's address.
import { languagesByName } from '@jiaohao/look/language-files';
import { languagesOf, pairTables } from '@jiaohao/look/language-pair';
import type { ShellLanguage } from './language-file.ts';
import en from './languages/en.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the pages are built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<ShellLanguage>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** `search`: of the page's address, `?languages=xx,zh`. */
export function textsFor(search: string) {
  const [first, second] = languagesOf(search, Object.keys(LANGUAGES), ['zh', 'en']);
  return pairTables(LANGUAGES[first ?? 'zh'] ?? zh, LANGUAGES[second ?? 'en'] ?? en);
}
