// What the applicant does next: how many are ahead, about how long, and where to wait.
import type { ReactElement } from 'react';
import { MapPin } from 'lucide-react';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { Band } from './band.tsx';
import { AheadFact, CountFact, SentenceFact } from './fact.tsx';
import { useKiosk } from './kiosk-context.ts';
import { placeOf } from './place.ts';
import { texts } from './texts.ts';
import { ticketNews } from './ticket-news.ts';
import { waitMinutes } from './wait-minutes.ts';

export function TicketFacts({ ticket }: { readonly ticket: IssuedTicket }): ReactElement {
  const { journey } = useKiosk();
  const place = placeOf(journey.update?.view ?? null, ticket.zoneId);
  const news = ticketNews(ticket);
  return (
    <>
      <div className="facts">
        {news.type === 'sentence' ? (
          <SentenceFact text={news.text} />
        ) : (
          <>
            <AheadFact peopleAhead={news.peopleAhead} />
            <CountFact
              title={texts.ticket.estimate}
              count={waitMinutes(news.estimatedWaitMs)}
              unit={texts.start.minutes}
            />
          </>
        )}
      </div>
      {/* Who is sent straight to a window, or to the desk, is not asked to wait: then only where it is. */}
      {place !== null && (
        <Band icon={MapPin} text={news.type === 'waits' ? place.sentence : place.short} className="place" />
      )}
    </>
  );
}
