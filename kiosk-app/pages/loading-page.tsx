// Before the hall has said anything: one quiet line, no controls that could do nothing.
import type { ReactElement } from 'react';
import { LoaderCircle } from 'lucide-react';
import { Band } from './band.tsx';
import { Page } from './page.tsx';
import { texts } from './texts.ts';

export function LoadingPage(): ReactElement {
  return (
    <Page
      className="loading-page"
      tell={<Band icon={LoaderCircle} text={texts.busy.loading} className="loading turning" isLive />}
    />
  );
}
