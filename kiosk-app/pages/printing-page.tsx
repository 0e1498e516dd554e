// The number exists and the printer runs: the number is on the glass before it is on paper.
import type { ReactElement } from 'react';
import { LoaderCircle } from 'lucide-react';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { Band } from './band.tsx';
import { Footer } from './footer.tsx';
import { useKiosk } from './kiosk-context.ts';
import { NumberCard, serviceOf } from './number-card.tsx';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';
import { TicketFacts } from './ticket-facts.tsx';
import { useSlowness } from './use-slowness.ts';

export function PrintingPage({ ticket }: { readonly ticket: IssuedTicket }): ReactElement {
  const { journey } = useKiosk();
  const slowness = useSlowness(ticket);
  return (
    <Page
      className="ticket-page"
      tell={
        <>
          {' '}
          <Question text={texts.busy.printing} />
          <NumberCard
            ticketNumber={ticket.ticketNumber}
            service={serviceOf(journey.update?.view ?? null, ticket)}
            isPriority={ticket.isPriority}
          />
        </>
      }
      act={
        <>
          <TicketFacts ticket={ticket} />
          <Band
            icon={LoaderCircle}
            text={slowness === 'long' ? texts.busy.stillWorking : texts.busy.printing}
            className="slot printing turning"
            isLive
          />
        </>
      }
      foot={<Footer />}
    />
  );
}
