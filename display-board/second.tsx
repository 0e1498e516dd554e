// The smaller line of a text: the same in the display's second language, as large as its box allows and said to be another language.
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { fittedStyle } from './text-fit.ts';
import type { TextSizes } from './text-fit.ts';
import { texts } from './texts.ts';

interface SecondProps {
  readonly of: Pair;
  readonly as?: 'span' | 'p';
  /** Width of its box in px of the drawing, and the sizes to choose from; without it the style sheet's size. */
  readonly fit?: { readonly widthPx: number; readonly sizes: TextSizes };
}

export function Second({ of, as: Tag = 'span', fit }: SecondProps): ReactElement {
  const style = fit === undefined ? undefined : fittedStyle(of.second, fit.widthPx, fit.sizes);
  return (
    <Tag className="second" lang={texts.tag.second} style={style}>
      {of.second}
    </Tag>
  );
}
