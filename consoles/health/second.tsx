// The smaller words beside the first, and what stands where nothing is known.
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { SECOND_TAG } from './texts.ts';

export const DASH = '—';

export function Second({ text }: { readonly text: Pair }): ReactElement {
  return (
    <span className="second" lang={SECOND_TAG}>
      {text.second}
    </span>
  );
}
