// Every word of the floating caller, in the language of the terminal's settings.
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { languagesByName } from '@jiaohao/look/language-files';
import type { CallerTrouble } from '../wire/caller.ts';
import type { CallerTexts, OwnTrouble } from './language-file.ts';
import zh from './languages/zh.ts';

/** By file name: `zh`, `en`, and whatever else stands in the folder when the page is built. */
export const LANGUAGES = languagesByName(
  import.meta.glob<CallerTexts>('./languages/*.ts', { eager: true, import: 'default' }),
);

/** Chinese where the page has no such language. */
export function textsOf(language: string): CallerTexts {
  return LANGUAGES[language] ?? zh;
}

export function troubleText(texts: CallerTexts, trouble: CallerTrouble): string {
  return trouble in texts.trouble ? texts.trouble[trouble as OwnTrouble] : texts.refusal(trouble as RefusalCode);
}
