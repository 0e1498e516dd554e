// A text in two languages: the applicant's first and large, the other below it and small, each marked with its language.
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { useKiosk } from './kiosk-context.ts';
import { inLanguage, languageFile } from './languages.ts';

interface TextProps {
  readonly text: Bilingual;
  readonly className?: string;
}

interface WordsProps extends TextProps {
  /** A few more words behind the second line, in its language (seconds left). */
  readonly note?: Bilingual;
}

export function Words({ text, note, className }: WordsProps): ReactElement {
  const { language } = useKiosk().journey;
  const first = inLanguage(text, language);
  const second = inLanguage(text, languageFile(language).beside);
  const more = note === undefined ? null : inLanguage(note, languageFile(language).beside);
  return (
    <span className={className === undefined ? 'words' : `words ${className}`}>
      <span className="words-first" lang={first.tag}>
        {withBreaks(first.text)}
      </span>
      {(second.text !== first.text || more !== null) && (
        <span className="words-second" lang={second.tag}>
          <span>{withBreaks(second.text)}</span>
          {more !== null && <span lang={more.tag}> · {more.text}</span>}
        </span>
      )}
    </span>
  );
}

/** The applicant's language only, where there is room for one. */
export function OneLine({ text, className }: TextProps): ReactElement {
  return <Line said={inLanguage(text, useKiosk().journey.language)} className={className} />;
}

/** The other language alone, where another line stands between the two. */
export function OtherLine({ text, className }: TextProps): ReactElement {
  const { beside } = languageFile(useKiosk().journey.language);
  return <Line said={inLanguage(text, beside)} className={className} />;
}

interface LineProps {
  readonly said: ReturnType<typeof inLanguage>;
  readonly className: string | undefined;
}

function Line({ said, className }: LineProps): ReactElement {
  return (
    <span className={className === undefined ? 'line' : `line ${className}`} lang={said.tag}>
      {withBreaks(said.text)}
    </span>
  );
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
