// Opens a screen in a tab of its own; without an address there is nothing to open.
import type { ReactElement } from 'react';
import { ArrowUpRight } from 'lucide-react';
import type { Words } from '../texts.ts';
import { Both } from './both.tsx';

export const BENCH_URL = '/bench';

interface ScreenLinkProps {
  readonly url: string | null;
  readonly words: Words;
  readonly isMain?: boolean;
}

export function ScreenLink({ url, words, isMain = false }: ScreenLinkProps): ReactElement | null {
  if (url === null) return null;
  // The bench is one: its tab is found again. A screen of another origin gets a new tab that knows nothing of this one.
  const tab = url === BENCH_URL ? { target: 'jiaohao-bench' } : { target: '_blank', rel: 'noreferrer' };
  return (
    <a className={isMain ? 'button button-main' : 'button'} href={url} {...tab}>
      <Both words={words} />
      <ArrowUpRight size="1.2em" aria-hidden />
    </a>
  );
}
