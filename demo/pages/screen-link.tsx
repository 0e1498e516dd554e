// Opens a screen in a new tab; without an address it stays visible and says nothing false.
import type { ReactElement } from 'react';
import { ArrowUpRight } from 'lucide-react';
import type { Words } from '../texts.ts';
import { Both } from './both.tsx';

interface ScreenLinkProps {
  readonly url: string | null;
  readonly words: Words;
  readonly isMain?: boolean;
}

export function ScreenLink({ url, words, isMain = false }: ScreenLinkProps): ReactElement | null {
  if (url === null) return null;
  return (
    <a className={isMain ? 'button button-main' : 'button'} href={url} target="_blank" rel="noreferrer">
      <Both words={words} />
      <ArrowUpRight size="1.2em" aria-hidden />
    </a>
  );
}
