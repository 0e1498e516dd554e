// The languages of the kiosk: whatever lies in languages/, Chinese first, English second.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Language, LanguageFile } from './language-file.ts';

const files = import.meta.glob<LanguageFile>('./languages/*.ts', { eager: true, import: 'default' });

const FIRST: readonly Language[] = ['zh', 'en'];

function nameOf(path: string): Language {
  return path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
}

function place(language: Language): number {
  const at = FIRST.indexOf(language);
  return at === -1 ? FIRST.length : at;
}

export const languages: ReadonlyMap<Language, LanguageFile> = new Map(
  Object.entries(files)
    .map(([path, file]) => [nameOf(path), file] as const)
    .sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1)),
);

export function languageFile(language: Language): LanguageFile {
  const file = languages.get(language);
  if (file === undefined) throw new Error(`no language ${language}`);
  return file;
}

/** The one after it, round and round. */
export function nextLanguage(language: Language): Language {
  const all = [...languages.keys()];
  return all[(all.indexOf(language) + 1) % all.length] ?? language;
}

/** A text of the table has all languages, a text of the hall Chinese and English: then the one that the language falls back to. */
export function inLanguage(text: Bilingual, language: Language): { readonly text: string; readonly tag: string } {
  const own = (text as Readonly<Record<string, unknown>>)[language];
  if (typeof own === 'string') return { text: own, tag: languageFile(language).tag };
  const { hallWords } = languageFile(language);
  return { text: text[hallWords], tag: languageFile(hallWords).tag };
}
