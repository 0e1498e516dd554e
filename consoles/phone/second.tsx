// The smaller line in the phone page's second language, marked as such for a screen reader.
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { LANGUAGE_TAGS } from './texts.ts';

export function Second({ of }: { readonly of: Pair }): ReactElement {
  return (
    <span className="second" lang={LANGUAGE_TAGS.second}>
      {of.second}
    </span>
  );
}
