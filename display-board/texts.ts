// Every text of the displays, in the two languages of this display. A further language is one more file in languages/.
import { languagesByName } from '@jiaohao/look/language-files';
import { languagesOf, pairTables } from '@jiaohao/look/language-pair';
import type { DisplayLanguage } from './languages/zh.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the page is built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<DisplayLanguage>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** Chinese first, English second, unless the display's address says otherwise (`?languages=en,zh`). */
const [first = 'zh', second = 'en'] = languagesOf(
  typeof location === 'undefined' ? '' : location.search,
  Object.keys(LANGUAGES),
  ['zh', 'en'],
);

/** The language of names that come from the hall. */
export const firstLanguage = first;

/** `first` is what is read first, `second` the smaller line with it. */
export const texts = pairTables(LANGUAGES[first] ?? zh, LANGUAGES[second] ?? zh);
