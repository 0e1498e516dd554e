// Two languages of one text table as one table of pairs: what is said first on a screen, and the smaller line with it.

/** One text in the two languages of a screen. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** A table of texts (and of functions that make texts) with a pair in the place of each text. */
export type Paired<Table> = Table extends string
  ? Pair
  : Table extends (...given: infer Given) => string
    ? (...given: Given) => Pair
    : { readonly [Key in keyof Table]: Paired<Table[Key]> };

/** Both tables have the same keys: their type says so. */
export function pairTables<Table extends object>(first: Table, second: Table): Paired<Table> {
  const keys = Object.keys(first) as (keyof Table)[];
  const entries = keys.map((key) => [key, pairTexts(first[key], second[key])]);
  // What fromEntries gives has no types: each entry was made by the rule that Paired states.
  return Object.fromEntries(entries) as Paired<Table>;
}

type TextOf = (...given: readonly unknown[]) => string;

function pairTexts(first: unknown, second: unknown): unknown {
  if (typeof first === 'function') {
    return (...given: readonly unknown[]): Pair => ({
      first: (first as TextOf)(...given),
      second: (second as TextOf)(...given),
    });
  }
  return typeof first === 'object' && first !== null ? pairTables(first, second as object) : { first, second };
}

/**
 * The languages that an address asks for, most important first: `?languages=en,zh`. What is not known is left out,
 * and those of `usual` come after.
 */
export function languagesOf(search: string, known: readonly string[], usual: readonly string[]): readonly string[] {
  const asked = (new URLSearchParams(search).get('languages') ?? '').split(',').map((each) => each.trim());
  return [...new Set([...asked, ...usual])].filter((each) => known.includes(each));
}

/** Names that the hall's configuration gives come in Chinese and English: another language shows the Chinese one. */
export function nameIn(language: string, name: { readonly zh: string; readonly en: string }): string {
  return language === 'en' ? name.en : name.zh;
}
