// A short sentence with one count in it, the count in the number face.
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { useKiosk } from './kiosk-context.ts';
import { inLanguage } from './languages.ts';

interface CountedProps {
  /** With `{n}` where the count stands. */
  readonly text: Bilingual;
  readonly count: number;
  readonly className?: string;
}

export function Counted({ text, count, className }: CountedProps): ReactElement {
  const said = inLanguage(text, useKiosk().journey.language);
  return (
    <span className={className === undefined ? 'line' : `line ${className}`} lang={said.tag}>
      {said.text.split('{n}').map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <b className="number">{count}</b>}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
