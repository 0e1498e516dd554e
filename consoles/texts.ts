// Every word on the clerk console, in the language of its address. A further language is one more file in languages/.
// Words of a refusal come with the refusal (contracts/refusals.ts).
import { languagesByName } from '@jiaohao/look/language-files';
import { languagesOf } from '@jiaohao/look/language-pair';
import en from './languages/en.ts';
import type { ConsoleLanguage } from './languages/zh.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the page is built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<ConsoleLanguage>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** Chinese, unless the page's address says otherwise (`?languages=en`). */
const [first = 'zh'] = languagesOf(typeof location === 'undefined' ? '' : location.search, Object.keys(LANGUAGES), [
  'zh',
]);
export const consoleLanguage = first;
const table = LANGUAGES[first] ?? zh;

/** What went wrong, in two languages: somebody from outside may stand beside the clerk. */
export interface Words {
  readonly zh: string;
  readonly en: string;
  /** In the console's language, where that is neither. */
  readonly own?: string;
}

/** The text that is read first. */
export function firstWords({ zh: inChinese, en: inEnglish, own }: Words): string {
  return own ?? (consoleLanguage === 'en' ? inEnglish : inChinese);
}

/** The smaller line with it, and its language. */
export function secondWords({ zh: inChinese, en: inEnglish }: Words): { readonly text: string; readonly lang: string } {
  return consoleLanguage === 'en' ? { text: inChinese, lang: zh.tag } : { text: inEnglish, lang: en.tag };
}

/** Both lines of what went wrong. */
export function saidTwice(words: Words): {
  readonly first: string;
  readonly second: string;
  readonly secondTag: string;
} {
  const second = secondWords(words);
  return { first: firstWords(words), second: second.text, secondTag: second.lang };
}

function inBoth(text: (language: ConsoleLanguage) => string): Words {
  return { zh: text(zh), en: text(en), ...(table === zh || table === en ? {} : { own: text(table) }) };
}

export const LANGUAGE_TAG = table.tag;
export const PHASE_TEXTS = table.phases;
export const ACTION_TEXTS = table.actions;
export const PAUSE_REASON_TEXTS = table.pauseReasons;
export const EVALUATION_TEXTS = table.evaluations;
export const DEVICE_TEXTS = table.devices;
export const DEVICE_TROUBLE_TEXTS: Readonly<Record<string, string>> = table.deviceTroubles;

export const TEXTS = {
  ...table,
  signIn: {
    ...table.signIn,
    fillIn: inBoth((language) => language.signIn.fillIn),
    wrong: inBoth((language) => language.signIn.wrong),
    tooMany: inBoth((language) => language.signIn.tooMany),
    noAnswer: inBoth((language) => language.signIn.noAnswer),
    failed: inBoth((language) => language.signIn.failed),
    ended: inBoth((language) => language.signIn.ended),
    outdated: inBoth((language) => language.signIn.outdated),
    notClerk: inBoth((language) => language.signIn.notClerk),
  },
  startFirst: inBoth((language) => language.startFirst),
  noMissed: inBoth((language) => language.noMissed),
  /** Another press while a request is unanswered: kept, or the same once more. */
  follows: (action: string) => inBoth((language) => language.follows(action)),
  stillWorking: inBoth((language) => language.stillWorking),
  notFollowed: (action: string) => inBoth((language) => language.notFollowed(action)),
  unanswered: inBoth((language) => language.unanswered),
  column: {
    ...table.column,
    requeued: (no: string, ahead: number) => inBoth((language) => language.column.requeued(no, ahead)),
  },
};
