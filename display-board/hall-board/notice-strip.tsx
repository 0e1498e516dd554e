// The one notice at the foot: what to do while waiting, or that a number stays valid when the board knows nothing.
import { Info } from 'lucide-react';
import type { ReactElement } from 'react';
import { RemIcon } from '../rem-icon.tsx';
import { texts } from '../texts.ts';

export function NoticeStrip({ isStale }: { readonly isStale: boolean }): ReactElement {
  const { zh, en } = isStale ? texts.stale.valid : texts.notice;
  return (
    <footer className="notice-strip">
      <RemIcon of={Info} sizePx={46} />
      <span>{zh}</span>
      <span className="gap" />
      <span className="quiet" lang="en">
        {en}
      </span>
      {isStale ? null : (
        <>
          <span className="quiet dot">・</span>
          <span className="quiet">{texts.notice.missed}</span>
        </>
      )}
    </footer>
  );
}
