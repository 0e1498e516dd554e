// What a language of the kiosk is: one file in languages/ with every key. A further language is one further file and nothing else.
import type chinese from './languages/zh.ts';

/** Name of the file in languages/: `zh`, `en`. */
export type Language = string;

type SameKeys<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : SameKeys<Words[Key]> };

/** Every text of the kiosk; `{name}` are places for values, the same ones in every language. */
export type Words = SameKeys<(typeof chinese)['words']>;

export interface LanguageFile {
  /** BCP 47, for `lang`: which glyphs, which voice. */
  readonly tag: string;
  /** In its own words, and for those who read only Chinese or English. */
  readonly names: { readonly own: string; readonly zh: string; readonly en: string };
  /** Letters run wider than hanzi: sizes begin smaller. */
  readonly script: 'hanzi' | 'latin';
  /** The language of the small second line. */
  readonly beside: Language;
  /** In which language the hall's own words (names of services, zones, refusals) are shown: they come in these two. */
  readonly hallWords: 'zh' | 'en';
  readonly words: Words;
}
