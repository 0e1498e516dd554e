// A text in both languages: the applicant's first and large, the other below it and small, each marked with its language.
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { useKiosk } from './kiosk-context.ts';
import { LANG_TAGS } from './texts.ts';
import type { Language } from './texts.ts';

interface TextProps {
  readonly text: Bilingual;
  readonly className?: string;
}

interface WordsProps extends TextProps {
  /** A few more words behind the second line, in the applicant's language (seconds left). */
  readonly note?: Bilingual;
}

export function Words({ text, note, className }: WordsProps): ReactElement {
  const { first, second } = useLanguages();
  return (
    <span className={className === undefined ? 'words' : `words ${className}`}>
      <span className="words-first" lang={LANG_TAGS[first]}>
        {withBreaks(text[first])}
      </span>
      {(text[second] !== text[first] || note !== undefined) && (
        <span className="words-second">
          <span lang={LANG_TAGS[second]}>{withBreaks(text[second])}</span>
          {note !== undefined && <span lang={LANG_TAGS[first]}> · {note[first]}</span>}
        </span>
      )}
    </span>
  );
}

/** The applicant's language only, where there is room for one. */
export function OneLine({ text, className }: TextProps): ReactElement {
  const { first } = useLanguages();
  return (
    <span className={className} lang={LANG_TAGS[first]}>
      {text[first]}
    </span>
  );
}

/** The other language alone, where another line stands between the two. */
export function OtherLine({ text, className }: TextProps): ReactElement {
  const { second } = useLanguages();
  return (
    <span className={className} lang={LANG_TAGS[second]}>
      {text[second]}
    </span>
  );
}

function useLanguages(): { readonly first: Language; readonly second: Language } {
  const first = useKiosk().journey.language;
  return { first, second: first === 'zh' ? 'en' : 'zh' };
}

/** U+200B in a text marks where a line may end; on the page it is no letter. */
function withBreaks(text: string): ReactNode {
  return text.split('\u200b').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
