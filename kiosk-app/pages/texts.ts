// Every text on the kiosk's pages, in every language at once: the table that pages take their words from. Refusals bring their own.
import type { Bilingual } from '@jiaohao/contracts/ids';
import { inLanguage, languages } from './languages.ts';
import type { Words } from './language-file.ts';

/** The keys of the language files, each with its text in all of them. */
type Table<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? Bilingual : Table<Tree[Key]> };

export const texts = tableOf(new Map([...languages].map(([language, file]) => [language, file.words])));

function tableOf(trees: ReadonlyMap<string, Words>): Table<Words> {
  return join(trees) as Table<Words>;
}

function join(trees: ReadonlyMap<string, object>): object {
  const [first = {}] = trees.values();
  return Object.fromEntries(
    Object.keys(first).map((key) => {
      const inEach = [...trees].map(([language, tree]) => [language, (tree as Record<string, unknown>)[key]] as const);
      const isText = inEach.every(([, node]) => typeof node === 'string');
      return [key, isText ? Object.fromEntries(inEach) : join(new Map(inEach as [string, object][]))];
    }),
  );
}

/** Puts values into the `{name}` places of every language; a value may differ by language. */
export function fill(text: Bilingual, values: Readonly<Record<string, Bilingual | string | number>>): Bilingual {
  const filled = Object.keys(text)
    .filter((language) => languages.has(language))
    .map((language) => [language, fillOne(inLanguage(text, language).text, values, language)]);
  return Object.fromEntries(filled) as Bilingual;
}

function fillOne(
  text: string,
  values: Readonly<Record<string, Bilingual | string | number>>,
  language: string,
): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? inLanguage(value, language).text : String(value);
  });
}
