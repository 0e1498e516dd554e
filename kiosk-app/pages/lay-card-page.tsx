// Asks for the ID card, and offers the way without one where the queue allows it. Nothing that is read is ever shown.
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { CreditCard, Keyboard, LoaderCircle, Lock, TriangleAlert } from 'lucide-react';
import type { KioskUpdate } from '../wire/page.ts';
import { Band } from './band.tsx';
import { CardDrawing } from './card-drawing.tsx';
import { cardTroubleWords } from './card-words.ts';
import { BackButton, Footer, HelpButton, TypeButton } from './footer.tsx';
import { mayType } from './journey-number-pad.ts';
import { allowsNoCard } from './journey-state.ts';
import type { Target } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { canScan, readerWords } from './reader-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

/** After so many failures on one visit, staff are the better way. */
const FAILURES_BEFORE_HELP = 3;

export function LayCardPage({ target }: { readonly target: Target }): ReactElement {
  const { journey, ask } = useKiosk();
  const noReader = readerWords(journey.update?.reader ?? null);
  const noPaper = canScan(journey.update) ? null : noReader;
  const mayGoWithout = allowsNoCard(journey.update, target);
  const isPadOffered = mayType(journey.update);
  const isNoWay = noPaper !== null && !mayGoWithout && !isPadOffered;
  const needsStaff = journey.readFailures >= FAILURES_BEFORE_HELP || isNoWay;
  return (
    <Page
      className={isPadOffered ? 'lay-card-page with-pad' : 'lay-card-page'}
      tell={
        <>
          {' '}
          <Question text={questionOf(journey.update)} className="two-lines" />
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
            isNoWay && <Words text={texts.reader.mustAsk} className="must-ask" />
          )}
          {isPadOffered && (
            <TapButton className="button open-pad" touch={{ type: 'openPad' }}>
              <Keyboard aria-hidden />
              <Words text={texts.pad.offer} />
            </TapButton>
          )}
          <Band icon={Lock} text={texts.card.privacy} className="privacy" />
        </>
      }
      foot={<Footer left={<BackButton />} middle={<HelpButton isFilled={needsStaff} />} right={<TypeButton />} />}
    />
  );
}

/** A card, another paper, or neither now. */
function questionOf(update: KioskUpdate | null): Bilingual {
  const hasReader = readerWords(update?.reader ?? null) === null;
  if (canScan(update)) return hasReader ? texts.card.questionOrScan : texts.card.scanQuestion;
  return hasReader ? texts.card.question : texts.reader.question;
}

/** What the reader is doing, or why it does not; a failure stays until a card has been read. */
function StateLine(): ReactElement {
  const { journey, ask, slowness } = useKiosk();
  const mayScan = canScan(journey.update);
  const noReader = readerWords(journey.update?.reader ?? null);
  if (ask !== null) {
    const text = slowness === 'long' ? texts.busy.stillWorking : texts.busy.taking;
    return <Band icon={LoaderCircle} text={text} className="card-state turning" isLive />;
  }
  if (noReader !== null && !mayScan)
    return <Band icon={TriangleAlert} text={noReader} className="card-state warn" isLive />;
  if (journey.cardTrouble !== null)
    return (
      <Band icon={TriangleAlert} text={cardTroubleWords(journey.cardTrouble)} className="card-state warn" isLive />
    );
  if (journey.update?.reader.state === 'absent' && mayScan)
    return <Band icon={LoaderCircle} text={texts.card.scanWaiting} className="card-state turning" isLive />;
  if (noReader !== null) return <Band icon={TriangleAlert} text={noReader} className="card-state warn" isLive />;
  if (journey.card === 'used')
    return <Band icon={TriangleAlert} text={texts.card.liftFirst} className="card-state warn" isLive />;
  return <Band icon={LoaderCircle} text={texts.card.waiting} className="card-state turning" isLive />;
}
