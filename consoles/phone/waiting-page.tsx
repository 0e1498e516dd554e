// Waiting: the number, how many are ahead, where to sit, and that this page will say when it is time.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Bell, MapPin } from 'lucide-react';
import type { TicketView } from '@jiaohao/contracts/views';
import type { Freshness } from './freshness.ts';
import { LineOfPeople } from './line-of-people.tsx';
import { NumberCard } from './number-card.tsx';
import type { Place } from './place.ts';
import { Row } from './row.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { shake } from './vibration.ts';
import { WaitFacts } from './wait-facts.tsx';
import { withPlace } from './words.ts';

/** Reminded as soon as no more than so many are ahead. */
const REMIND_AT = 3;
const REMIND_MS = [200];

interface WaitingPageProps {
  readonly ticket: TicketView;
  /** Null until it is known. */
  readonly place: Place | null;
  readonly freshness: Freshness;
  readonly now: number;
}

export function WaitingPage({ ticket, place, freshness, now }: WaitingPageProps): ReactElement {
  const isSoon = place !== null && !place.isAtLeast && place.peopleAhead <= REMIND_AT;
  useEffect(() => {
    if (isSoon) shake(REMIND_MS);
  }, [isSoon]);
  return (
    <div className={freshness.kind === 'stale' ? 'stage waiting old' : 'stage waiting'}>
      <TopBar ticket={ticket} freshness={freshness} says="updated" now={now} />
      <main>
        <NumberCard ticket={ticket} />
        <WaitFacts place={place} />
        {place !== null && place.peopleAhead > 0 && <LineOfPeople peopleAhead={place.peopleAhead} />}
        <Row icon={MapPin} text={withPlace(TEXTS.wait, ticket.waitingPlace)} hint={TEXTS.silent} />
        <div role="status">
          {isSoon ? (
            <Row icon={Bell} text={TEXTS.soon} hint={TEXTS.soonHint} className="soon" />
          ) : (
            <Row icon={Bell} text={TEXTS.remind(REMIND_AT)} hint={TEXTS.keepOpen} />
          )}
        </div>
      </main>
      <footer className="foot">{TEXTS.noNeed.first}</footer>
    </div>
  );
}
