// Every word of the technician's page, in the language of its address with another beside it. A further language is one more file in languages/.
import { languagesOf, pairTables } from '@jiaohao/look/language-pair';
import { languagesByName } from '@jiaohao/look/language-files';
import type { HealthLanguage } from './languages/zh.ts';
import en from './languages/en.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the page is built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<HealthLanguage>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** Chinese, unless the page's address says otherwise (`?languages=en`). */
const [first = 'zh'] = languagesOf(typeof location === 'undefined' ? '' : location.search, Object.keys(LANGUAGES), [
  'zh',
]);
export const healthLanguage = first;
const table = LANGUAGES[first] ?? zh;
const beside = table === en ? zh : en;

export const LANGUAGE_TAG = table.tag;
/** Of the smaller words beside the first. */
export const SECOND_TAG = beside.tag;
/** Each text in both: `.first` is read, `.second` stands small beside what somebody from outside may have to understand. */
export const TEXTS = pairTables(table, beside);
