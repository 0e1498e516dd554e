// Chinese first, English second, as one text.
import type { ReactElement } from 'react';
import type { Words } from '../texts.ts';

export function Both({ words }: { readonly words: Words }): ReactElement {
  return (
    <span className="both">
      <span className="zh">{words.zh}</span> <span lang="en">{words.en}</span>
    </span>
  );
}
