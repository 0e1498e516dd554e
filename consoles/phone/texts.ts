// Every text of the phone page in the two languages of its address. A further language is one more file in languages/.
import { languagesByName } from '@jiaohao/look/language-files';
import { languagesOf, pairTables } from '@jiaohao/look/language-pair';
import type { PhoneLanguage } from './languages/zh.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the page is built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<PhoneLanguage>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** Chinese first, English second, unless the page's address says otherwise (`?languages=en,zh`). */
const [first = 'zh', second = 'en'] = languagesOf(
  typeof location === 'undefined' ? '' : location.search,
  Object.keys(LANGUAGES),
  ['zh', 'en'],
);

/** The languages of names that come from the hall. */
export const languages = { first, second };
const [firstTable, secondTable] = [LANGUAGES[first] ?? zh, LANGUAGES[second] ?? zh];
export const LANGUAGE_TAGS = { first: firstTable.tag, second: secondTable.tag };

/** `first` is what is read first, `second` the smaller line with it. */
export const TEXTS = pairTables(firstTable, secondTable);
