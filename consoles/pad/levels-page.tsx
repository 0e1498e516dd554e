// Five equal levels, best left, none preselected, and 暂不评价 always in its place. No face of the clerk, no countdown.
import { ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Rating } from '@jiaohao/contracts/evaluation';
import { Face } from './face.tsx';
import type { Asked } from './pad-model.ts';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';

const LEVELS: readonly Rating[] = [5, 4, 3, 2, 1];

interface LevelsPageProps {
  readonly windowLabel: string;
  readonly asked: Asked;
  readonly isInterrupted: boolean;
  readonly onLevel: (rating: Rating) => void;
  readonly onSkip: () => void;
}

export function LevelsPage({ windowLabel, asked, isInterrupted, onLevel, onSkip }: LevelsPageProps): ReactElement {
  const { ticketNumber, staffNo } = asked;
  return (
    <>
      <TopBar windowLabel={windowLabel} isInterrupted={isInterrupted}>
        {TEXTS.ticket(ticketNumber).first}
        {staffNo === null ? null : ` ・ ${TEXTS.servedBy(staffNo).first}`}
      </TopBar>
      <main className="levels-page">
        <div className="ask" data-fit="">
          <h1>{TEXTS.ask.first}</h1>
          <p>
            <Second of={TEXTS.ask} />
          </p>
        </div>
        <div className="levels">
          {LEVELS.map((rating) => (
            <button key={rating} type="button" className="level" data-fit="level" onClick={() => onLevel(rating)}>
              <Face rating={rating} />
              <b>{TEXTS.levels[rating].first}</b>
              <Second of={TEXTS.levels[rating]} />
            </button>
          ))}
        </div>
        <div className="levels-foot">
          <ShieldCheck aria-hidden className="icon" />
          <div className="private" data-fit="">
            <p>
              {TEXTS.private.first}
              <Second of={TEXTS.private} />
            </p>
          </div>
          <button type="button" className="plain skip" data-fit="" onClick={onSkip}>
            <b>{TEXTS.skip.first}</b>
            <Second of={TEXTS.skip} />
          </button>
        </div>
      </main>
    </>
  );
}
