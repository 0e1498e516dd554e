// The one sentence that a page asks or says.
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { Words } from './words.tsx';

interface QuestionProps {
  readonly text: Bilingual;
  readonly className?: string;
}

export function Question({ text, className }: QuestionProps): ReactElement {
  return (
    <h1 className={className === undefined ? 'question' : `question ${className}`} data-fit="">
      <Words text={text} />
    </h1>
  );
}
