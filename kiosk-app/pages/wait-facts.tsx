// What waiting for a business means now: how many people, about how long, or that a window is free.
import type { ReactElement } from 'react';
import { Counted } from './counted.tsx';
import { texts } from './texts.ts';
import { waitMinutes } from './wait-minutes.ts';
import { OneLine } from './words.tsx';

interface WaitFactsProps {
  readonly waiting: number;
  /** Null when a window is free. */
  readonly estimatedWaitMs: number | null;
}

export function WaitFacts({ waiting, estimatedWaitMs }: WaitFactsProps): ReactElement {
  if (estimatedWaitMs === null)
    return (
      <span className="wait-facts free">
        <OneLine text={texts.choose.freeWindow} />
        <OneLine text={texts.choose.freeNoWait} />
      </span>
    );
  return (
    <span className="wait-facts">
      {waiting === 0 ? (
        <OneLine text={texts.choose.nobodyWaiting} />
      ) : (
        <Counted text={texts.choose.waiting} count={waiting} />
      )}
      <Counted text={texts.choose.aboutMinutes} count={waitMinutes(estimatedWaitMs)} />
    </span>
  );
}
