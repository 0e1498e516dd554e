// Every text of the tablet pad, in the two languages of this pad; the words lie in ../languages with those of the consoles.
import { languagesOf, pairTables } from '@jiaohao/look/language-pair';
import zh from '../languages/zh.ts';
import { LANGUAGES } from '../texts.ts';

/** Chinese first, English second, unless the pad's address says otherwise (`?languages=en,zh`). */
const [first = 'zh', second = 'en'] = languagesOf(
  typeof location === 'undefined' ? '' : location.search,
  Object.keys(LANGUAGES),
  ['zh', 'en'],
);

/** The language of names that come from the hall. */
export const firstLanguage = first;
const [firstTable, secondTable] = [LANGUAGES[first] ?? zh, LANGUAGES[second] ?? zh];
export const LANGUAGE_TAGS = { first: firstTable.tag, second: secondTable.tag };

/** `first` is what is read first, `second` the smaller line with it. */
export const TEXTS = pairTables(firstTable.pad, secondTable.pad);
