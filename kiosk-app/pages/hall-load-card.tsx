// How full the hall is: people waiting, their mean wait, and a three-step gauge with its word.
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { KioskView } from '@jiaohao/contracts/views';
import { Counted } from './counted.tsx';
import { hallLoad } from './hall-load.ts';
import type { HallLoad } from './hall-load.ts';
import { texts } from './texts.ts';
import { waitMinutes } from './wait-minutes.ts';
import { OneLine, Words } from './words.tsx';

const GAUGE_STEPS: Readonly<Record<HallLoad, number>> = { quiet: 1, steady: 2, busy: 3 };

export function HallLoadCard({ view }: { readonly view: KioskView }): ReactElement {
  return (
    <section className="hall-load">
      <div className="load-cell" data-fit="">
        <Words text={texts.start.waiting} className="load-title" />
        <div className="load-value">
          <span className="number">{view.waiting}</span>
          <OneLine text={waitingUnit(view.waiting)} className="load-unit" />
        </div>
      </div>
      <div className="load-cell" data-fit="">
        <Words text={texts.start.averageWait} className="load-title" />
        {view.averageWaitMs === null ? (
          <OneLine text={texts.start.none} className="load-word" />
        ) : (
          <div className="load-value">
            <span className="number">{waitMinutes(view.averageWaitMs)}</span>
            <OneLine text={texts.start.minutes} className="load-unit" />
          </div>
        )}
      </div>
      <div className="load-cell" data-fit="">
        <Words text={texts.start.hallNow} className="load-title" />
        <Gauge load={hallLoad(view)} />
      </div>
    </section>
  );
}

function waitingUnit(waiting: number): Bilingual {
  if (waiting === 0) return texts.start.free;
  return waiting === 1 ? texts.start.onePerson : texts.start.people;
}

/** In large type: the two counts in one line. */
export function HallLoadLine({ view }: { readonly view: KioskView }): ReactElement {
  return (
    <section className="load-line" data-fit="">
      {view.waiting === 0 ? (
        <OneLine text={texts.choose.nobodyWaiting} />
      ) : (
        <Counted text={texts.choose.waiting} count={view.waiting} />
      )}
      {view.averageWaitMs !== null && (
        <Counted text={texts.choose.aboutMinutes} count={waitMinutes(view.averageWaitMs)} />
      )}
    </section>
  );
}

function Gauge({ load }: { readonly load: HallLoad }): ReactElement {
  return (
    <>
      <div className="gauge" aria-hidden>
        {[1, 2, 3].map((step) => (
          <span key={step} className="gauge-step" data-full={step <= GAUGE_STEPS[load]} />
        ))}
      </div>
      <OneLine text={texts.start.load[load]} className="load-word" />
    </>
  );
}
