// Says the new page's question to whoever listens instead of looking: a page that changes by itself is heard too.
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

interface AnnouncerProps {
  readonly page: object;
  readonly screen: string;
}

export function Announcer({ page, screen }: AnnouncerProps): ReactElement {
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const question = document.querySelector<HTMLElement>('h1 .words-first');
    if (region.current === null || question === null) return;
    // Said once while somebody types.
    if (region.current.textContent === question.textContent) return;
    region.current.lang = question.lang;
    region.current.textContent = question.textContent;
  }, [page, screen]);
  return <p ref={region} className="unseen" role="status" />;
}
