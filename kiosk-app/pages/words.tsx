// A text in both languages: the applicant's first and large, the other below it and small, each marked with its language.
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { useKiosk } from './kiosk-context.ts';
import { LANG_TAGS } from './texts.ts';
import type { Language } from './texts.ts';

interface WordsProps {
  readonly text: Bilingual;
  readonly className?: string;
}

export function Words({ text, className }: WordsProps): ReactElement {
  const first = useKiosk().journey.language;
  const second: Language = first === 'zh' ? 'en' : 'zh';
  return (
    <span className={className === undefined ? 'words' : `words ${className}`}>
      <span className="words-first" lang={LANG_TAGS[first]}>
        {text[first]}
      </span>
      {text[second] !== text[first] && (
        <span className="words-second" lang={LANG_TAGS[second]}>
          {text[second]}
        </span>
      )}
    </span>
  );
}

/** The applicant's language only, where there is room for one. */
export function OneLine({ text, className }: WordsProps): ReactElement {
  const language = useKiosk().journey.language;
  return (
    <span className={className} lang={LANG_TAGS[language]}>
      {text[language]}
    </span>
  );
}
