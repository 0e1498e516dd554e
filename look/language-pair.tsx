// The two languages of a page: which ones its address asks for, and names that the hall gives in them. Pairs come from the contracts.
import { languagesAsked } from '@jiaohao/contracts/language-pair';

export { inARow, pairTables, type Pair, type Paired } from '@jiaohao/contracts/language-pair';

/**
 * The languages that an address asks for, most important first: `?languages=en,zh`. What is not known is left out,
 * and those of `usual` come after.
 */
export function languagesOf(search: string, known: readonly string[], usual: readonly string[]): readonly string[] {
  return languagesAsked(new URLSearchParams(search).get('languages') ?? '', known, usual);
}

/** Names that the hall's configuration gives come in Chinese and English: another language shows the Chinese one. */
export function nameIn(language: string, name: { readonly zh: string; readonly en: string }): string {
  return language === 'en' ? name.en : name.zh;
}
