// 感谢您的评价: four seconds, and honest when the rating waits for the link.
import { CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';

interface ThanksPageProps {
  readonly windowLabel: string;
  readonly isInterrupted: boolean;
}

export function ThanksPage({ windowLabel, isInterrupted }: ThanksPageProps): ReactElement {
  return (
    <>
      <TopBar windowLabel={windowLabel} isInterrupted={isInterrupted} />
      <main className="notice-page" data-fit="">
        <div role="status">
          <CircleCheck aria-hidden className="icon" />
          <h1>{TEXTS.thanks.first}</h1>
          <p>
            <Second of={TEXTS.thanks} />
          </p>
          {isInterrupted ? (
            <p className="notice-next">
              {TEXTS.kept.first}
              <Second of={TEXTS.kept} />
            </p>
          ) : null}
        </div>
      </main>
    </>
  );
}
