// Called: the whole page is amber and says where to go, silently, until the applicant is served or missed.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Check, MapPin } from 'lucide-react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { useFitText } from '@jiaohao/look/fit-text';
import type { TicketView } from '@jiaohao/contracts/views';
import type { Freshness } from './freshness.ts';
import { Row } from './row.tsx';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { shake } from './vibration.ts';
import { withPlace } from './words.ts';

const WINDOW_MAX_PX = 260;
const OWN_NUMBER_MAX_PX = 56;
const CALL_MS = [400, 200, 400, 200, 400];
/** Once more, unless it was acknowledged. */
const ONCE_MORE_AFTER_MS = 10_000;

interface CalledPageProps {
  readonly ticket: TicketView;
  readonly call: NonNullable<TicketView['call']>;
  readonly freshness: Freshness;
  readonly now: number;
}

/** Mounted anew for every call of the ticket. */
export function CalledPage({ ticket, call, freshness, now }: CalledPageProps): ReactElement {
  const [isKnown, setKnown] = useState(false);
  const glass = useRef<HTMLDivElement>(null);
  useFitText(glass);
  useEffect(() => {
    if (isKnown) return undefined;
    shake(CALL_MS);
    const timer = setTimeout(() => shake(CALL_MS), ONCE_MORE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isKnown]);
  const goTo = TEXTS.goToWindow(call.windowLabel);
  return (
    <div ref={glass} className="stage called">
      <TopBar ticket={ticket} freshness={freshness} now={now} />
      <main>
        <div role="alert">
          <h1 aria-label={goTo.first}>
            {call.callCount > 1 && <span className="again">{TEXTS.calledAgain.first}</span>}
            <GoTo words={TEXTS.goTo.first} />
            <span className="window-box">
              <FitNumber text={call.windowLabel} maxPx={WINDOW_MAX_PX} />
            </span>
            {TEXTS.windowToServe.first !== '' && <GoTo words={TEXTS.windowToServe.first} />}
          </h1>
        </div>
        <p className="go-second">
          <Second of={goTo} />
        </p>
        <p className="own-number">
          <span>
            {TEXTS.yourNumber.first} <Second of={TEXTS.yourNumber} />
          </span>
          <span className="own-number-box">
            <FitNumber text={ticket.ticketNumber} maxPx={OWN_NUMBER_MAX_PX} />
          </span>
        </p>
        <Row icon={MapPin} text={withPlace(TEXTS.place, call.place)} />
      </main>
      <div className="ack">
        {isKnown ? (
          <p className="known" role="status">
            <Check aria-hidden className="icon" />
            {TEXTS.acknowledged.first}
          </p>
        ) : (
          <button type="button" className="filled" onClick={() => setKnown(true)}>
            <Check aria-hidden className="icon" />
            <span>
              {TEXTS.acknowledge.first} <Second of={TEXTS.acknowledge} />
            </span>
          </button>
        )}
      </div>
      <footer className="foot">{TEXTS.missedHint.first}</footer>
    </div>
  );
}

/** As large as its longest word allows. */
function GoTo({ words }: { readonly words: string }): ReactElement {
  return (
    <span className="go-to" data-fit="go-to">
      <span>{words}</span>
    </span>
  );
}
