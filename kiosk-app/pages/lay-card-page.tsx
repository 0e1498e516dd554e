// Asks for the ID card, and offers the way without one where the queue allows it. Nothing that is read is ever shown.
import type { ReactElement } from 'react';
import { CreditCard, LoaderCircle, Lock, TriangleAlert } from 'lucide-react';
import { Band } from './band.tsx';
import { CardDrawing } from './card-drawing.tsx';
import { cardTroubleWords } from './card-words.ts';
import { BackButton, Footer, HelpButton, TypeButton } from './footer.tsx';
import { allowsNoCard } from './journey-state.ts';
import type { Target } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { readerWords } from './reader-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

/** After so many failures on one visit, staff are the better way. */
const FAILURES_BEFORE_HELP = 3;

export function LayCardPage({ target }: { readonly target: Target }): ReactElement {
  const { journey, ask } = useKiosk();
  const noReader = readerWords(journey.update?.reader ?? null);
  const mayGoWithout = allowsNoCard(journey.update, target);
  const needsStaff = journey.readFailures >= FAILURES_BEFORE_HELP || (noReader !== null && !mayGoWithout);
  return (
    <Page
      className="lay-card-page"
      tell={
        <>
          {' '}
          <Question text={noReader === null ? texts.card.question : texts.reader.question} className="two-lines" />
          <section className="card-picture">
            <CardDrawing isStill={noReader !== null || ask !== null} />
          </section>
        </>
      }
      act={
        <>
          <StateLine />
          {mayGoWithout ? (
            <TapButton
              className={noReader === null ? 'button without-card' : 'button without-card filled'}
              touch={{ type: 'withoutCard' }}
              isBusy={ask?.type === 'take' && !ask.request.withCard}
            >
              <CreditCard aria-hidden />
              <Words text={noReader === null ? texts.card.without : texts.card.goOnWithout} />
            </TapButton>
          ) : (
            noReader !== null && <Words text={texts.reader.mustAsk} className="must-ask" />
          )}
          <Band icon={Lock} text={texts.card.privacy} className="privacy" />
        </>
      }
      foot={<Footer left={<BackButton />} middle={<HelpButton isFilled={needsStaff} />} right={<TypeButton />} />}
    />
  );
}

/** What the reader is doing, or why it does not; a failure stays until a card has been read. */
function StateLine(): ReactElement {
  const { journey, ask, slowness } = useKiosk();
  const noReader = readerWords(journey.update?.reader ?? null);
  if (ask !== null) {
    const text = slowness === 'long' ? texts.busy.stillWorking : texts.busy.taking;
    return <Band icon={LoaderCircle} text={text} className="card-state turning" isLive />;
  }
  if (noReader !== null) return <Band icon={TriangleAlert} text={noReader} className="card-state warn" isLive />;
  if (journey.cardTrouble !== null)
    return (
      <Band icon={TriangleAlert} text={cardTroubleWords(journey.cardTrouble)} className="card-state warn" isLive />
    );
  if (journey.card === 'used')
    return <Band icon={TriangleAlert} text={texts.card.liftFirst} className="card-state warn" isLive />;
  return <Band icon={LoaderCircle} text={texts.card.waiting} className="card-state turning" isLive />;
}
