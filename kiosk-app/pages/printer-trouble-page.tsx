// No paper, but a number: it stands where it stood before, and it is valid.
import type { ReactElement } from 'react';
import { NotebookPen, PrinterX } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { Band } from './band.tsx';
import { AheadFact, SentenceFact, WordFact } from './fact.tsx';
import { Footer, FooterButton, HelpButton } from './footer.tsx';
import type { PrintTrouble } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { NumberCard, serviceOf } from './number-card.tsx';
import { placeOf } from './place.ts';
import { printerTrouble } from './printer-words.ts';
import { Page } from './page.tsx';
import { QrBand } from './qr-band.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';
import { ticketNews } from './ticket-news.ts';

interface PrinterTroublePageProps {
  readonly ticket: IssuedTicket;
  readonly trouble: PrintTrouble;
}

export function PrinterTroublePage({ ticket, trouble }: PrinterTroublePageProps): ReactElement {
  const { journey, ask, slowness } = useKiosk();
  const view = journey.update?.view ?? null;
  const place = placeOf(view, ticket.zoneId);
  const news = ticketNews(ticket);
  const isLinkUp = journey.update?.hallLink === 'up' && !journey.isTerminalLost;
  const works = journey.update?.printer.state === 'ready';
  const bandText = slowness === 'long' ? texts.busy.stillWorking : troubleWords(trouble, isLinkUp, works);
  return (
    <Page
      className="ticket-page trouble-page"
      tell={
        <>
          {' '}
          <Question text={troubleTitle(trouble)} className="two-lines" />
          <NumberCard
            ticketNumber={ticket.ticketNumber}
            service={serviceOf(view, ticket)}
            isPriority={ticket.isPriority}
            className="in-trouble"
          />
        </>
      }
      act={
        <>
          <div className="facts">
            {news.type === 'sentence' ? (
              <SentenceFact text={news.text} />
            ) : (
              <AheadFact peopleAhead={news.peopleAhead} />
            )}
            {place !== null && <WordFact title={texts.trouble.where} value={place.short} />}
          </div>
          <Band icon={PrinterX} text={bandText} className="warn trouble-band" isLive />
          {ticket.phoneLink === undefined ? (
            <Band icon={NotebookPen} text={texts.trouble.remember} className="remember" />
          ) : (
            <QrBand data={ticket.phoneLink} text={texts.trouble.rememberOrScan} className="remember" />
          )}
        </>
      }
      foot={
        <Footer
          left={
            <FooterButton
              icon="printer"
              text={texts.button.printAgain}
              touch={{ type: 'reprint' }}
              isBusy={ask?.type === 'reprint'}
            />
          }
          middle={<HelpButton />}
          right={<FooterButton icon="check" text={texts.button.remembered} touch={{ type: 'done' }} isFilled />}
        />
      }
    />
  );
}

function troubleTitle(trouble: PrintTrouble): Bilingual {
  switch (trouble.type) {
    case 'missing':
      return texts.trouble.titleMissing;
    case 'unknown':
      return texts.trouble.titleUnknown;
    case 'failed':
    case 'noAnswer':
    case 'refused':
      return texts.trouble.title;
  }
}

/** `works`: the printer is ready now, whatever it was when it failed. */
function troubleWords(trouble: PrintTrouble, isLinkUp: boolean, works: boolean): Bilingual {
  switch (trouble.type) {
    case 'missing':
      return texts.trouble.missing;
    case 'unknown':
      return texts.trouble.unknown;
    case 'noAnswer':
      return texts.trouble.noAnswer;
    case 'failed':
      return works ? texts.trouble.works : printerTrouble(trouble.code, isLinkUp);
    case 'refused':
      return trouble.refusal;
  }
}
