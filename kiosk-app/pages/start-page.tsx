// The page that everybody meets first: how full the hall is, and the shortest way to a number.
import type { ReactElement } from 'react';
import { ArrowDown, IdCard, LayoutList, PrinterX, Ticket, TriangleAlert } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, HelpButton, LanguageButton } from './footer.tsx';
import { HallLoadCard } from './hall-load-card.tsx';
import { allowsNoCard } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { numberOnScreenOnly } from './printer-words.ts';
import { Question } from './question.tsx';
import { readerWords } from './reader-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { OneLine, OtherLine, Words } from './words.tsx';

export function StartPage(): ReactElement | null {
  const { journey, slowness } = useKiosk();
  const { update } = journey;
  const view = update?.view ?? null;
  if (update === null || view === null) return null;
  const queueId = view.comprehensiveQueueId;
  const isReaderReady = update.reader.state === 'ready';
  const isOneKeyOff = queueId !== null && !isReaderReady && !allowsNoCard(update, { queueId });
  return (
    <main className="page start-page">
      <Question text={texts.start.greeting} className="greeting" />
      {slowness === 'long' && <OneLine text={texts.busy.stillWorking} className="still-working" />}
      {update.printer.state === 'fault' && slowness !== 'long' && <PrinterNotice code={update.printer.code} />}
      <HallLoadCard view={view} />
      {queueId === null ? <ChooseHero /> : <OneKeyHero isOff={isOneKeyOff} />}
      {queueId !== null && <ChooseButton isFilled={isOneKeyOff} />}
      {isReaderReady ? <CardStrip hasOneKey={queueId !== null} /> : <NoCardStrip />}
      <Footer left={<HelpButton />} right={<LanguageButton />} />
    </main>
  );
}

function OneKeyHero({ isOff }: { readonly isOff: boolean }): ReactElement {
  const { ask, journey } = useKiosk();
  const working = journey.update?.reader.state === 'ready' ? texts.start.oneKeyNote : texts.reader.oneKeyWithout;
  const note = isOff ? texts.reader.oneKeyOff : working;
  return (
    <TapButton className="button hero" touch={{ type: 'oneKey' }} isOff={isOff} isBusy={ask !== null}>
      <Ticket aria-hidden />
      <span className="hero-words">
        <OneLine text={texts.start.oneKey} className="hero-name" />
        <OneLine text={note} className="hero-note" />
        <OtherLine text={texts.start.oneKey} className="hero-other" />
      </span>
    </TapButton>
  );
}

function PrinterNotice({ code }: { readonly code: string | null }): ReactElement {
  return (
    <div className="band warn printer-notice">
      <PrinterX aria-hidden />
      <OneLine text={numberOnScreenOnly(code)} />
    </div>
  );
}

/** A hall without a comprehensive queue has choosing as its hero. */
function ChooseHero(): ReactElement {
  return (
    <TapButton className="button hero" touch={{ type: 'openItems' }}>
      <LayoutList aria-hidden />
      <span className="hero-words">
        <OneLine text={texts.start.chooseItem} className="hero-name hero-long" />
        <OtherLine text={texts.start.chooseItem} className="hero-other" />
      </span>
    </TapButton>
  );
}

function ChooseButton({ isFilled }: { readonly isFilled: boolean }): ReactElement {
  return (
    <TapButton className={isFilled ? 'button choose-way filled' : 'button choose-way'} touch={{ type: 'openItems' }}>
      <LayoutList aria-hidden />
      <Words text={texts.start.chooseItem} />
    </TapButton>
  );
}

function CardStrip({ hasOneKey }: { readonly hasOneKey: boolean }): ReactElement {
  const { journey, ask } = useKiosk();
  // Left lying by the person before, or laid while their page stood: it is not read again until it is laid again.
  if (journey.card === 'used' && ask === null) {
    return <Band icon={IdCard} text={texts.start.cardLies} className="warn id-strip" />;
  }
  return (
    <TapButton className="band id-strip" touch={hasOneKey ? { type: 'oneKey' } : { type: 'openItems' }}>
      <IdCard aria-hidden />
      <Words text={hasOneKey ? texts.start.cardHint : texts.start.cardThenItem} />
      <ArrowDown aria-hidden className="at-end" />
    </TapButton>
  );
}

function NoCardStrip(): ReactElement | null {
  const { journey } = useKiosk();
  const text = readerWords(journey.update?.reader ?? null);
  return text === null ? null : <Band icon={TriangleAlert} text={text} className="warn id-strip" />;
}
