// The paper is in the slot: the number, what is ahead, where to wait, and where the paper is. Nobody forgets the card.
import type { ReactElement } from 'react';
import { ArrowDown, Printer } from 'lucide-react';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { Band } from './band.tsx';
import { Footer, FooterButton, HelpButton } from './footer.tsx';
import { useKiosk } from './kiosk-context.ts';
import { NumberCard, serviceOf } from './number-card.tsx';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { fill, texts } from './texts.ts';
import { TicketFacts } from './ticket-facts.tsx';

export function TicketTakenPage({ ticket }: { readonly ticket: IssuedTicket }): ReactElement {
  const { journey, secondsLeft } = useKiosk();
  const note = fill(texts.button.seconds, { n: secondsLeft ?? 0 });
  return (
    <Page
      className="ticket-page"
      tell={
        <>
          {' '}
          <Question text={journey.card === 'none' ? texts.ticket.take : texts.ticket.takeWithCard} />
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
          <Band icon={Printer} text={texts.ticket.slot} className="slot">
            <ArrowDown aria-hidden className="at-end" />
          </Band>
        </>
      }
      foot={
        <Footer
          left={<FooterButton icon="noPaper" text={texts.button.noPaper} touch={{ type: 'noPaper' }} />}
          middle={<HelpButton />}
          right={<FooterButton icon="check" text={texts.button.done} note={note} touch={{ type: 'done' }} isFilled />}
        />
      }
    />
  );
}
