// The page that everybody meets first: how full the hall is, and the shortest way to a number.
import type { ReactElement } from 'react';
import { ArrowDown, IdCard, LayoutList, PrinterX, TriangleAlert } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, HelpButton, LanguageButton, TypeButton } from './footer.tsx';
import { HallLoadCard, HallLoadLine } from './hall-load-card.tsx';
import { ChooseHero, OneKeyHero } from './hero.tsx';
import { mayType } from './journey-number-pad.ts';
import { allowsNoCard } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { numberOnScreenOnly } from './printer-words.ts';
import { Question } from './question.tsx';
import { canScan, readerWords } from './reader-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { OneLine, Words } from './words.tsx';

export function StartPage(): ReactElement | null {
  const { journey } = useKiosk();
  const { update } = journey;
  const view = update?.view ?? null;
  if (update === null || view === null) return null;
  const isLarge = journey.typeSize === 'large';
  const queueId = view.comprehensiveQueueId;
  const noPaper = update.reader.state !== 'ready' && !canScan(update);
  const needsPaper = queueId !== null && noPaper && !allowsNoCard(update, { queueId });
  const isOneKeyOff = needsPaper && !mayType(update);
  return (
    <Page
      className="start-page"
      tell={
        <>
          <Question text={texts.start.greeting} className="greeting" />
          <Notice />
          {isLarge ? <HallLoadLine view={view} /> : <HallLoadCard view={view} />}
        </>
      }
      act={
        <>
          {queueId === null ? <ChooseHero /> : <OneKeyHero isOff={isOneKeyOff} needsNumber={needsPaper} />}
          {queueId !== null && <ChooseButton isFilled={isOneKeyOff} />}
          {!isLarge && <CardStrip hasOneKey={queueId !== null} />}
        </>
      }
      foot={
        isLarge ? (
          <Footer left={<HelpButton />} middle={<LanguageButton />} right={<TypeButton />} />
        ) : (
          <Footer left={<HelpButton />} middle={<TypeButton />} right={<LanguageButton />} />
        )
      }
    />
  );
}

/** One line under the greeting, where there is something to say: the worst first. Large type has no card strip to say the rest. */
function Notice(): ReactElement | null {
  const { journey, slowness, ask } = useKiosk();
  const { update, card, typeSize } = journey;
  if (slowness === 'long')
    return (
      <p className="still-working" role="status" data-fit="">
        <OneLine text={texts.busy.stillWorking} />
      </p>
    );
  if (update?.printer.state === 'fault')
    return (
      <div className="band warn start-notice" role="status" data-fit="">
        <PrinterX aria-hidden />
        <OneLine text={numberOnScreenOnly(update.printer.code)} />
      </div>
    );
  if (typeSize === 'normal') return null;
  const noCard = readerWords(update?.reader ?? null);
  const said = noCard ?? (card === 'used' && ask === null ? texts.start.cardLies : null);
  if (said === null) return null;
  return (
    <div className="band warn start-notice" role="status" data-fit="">
      <TriangleAlert aria-hidden />
      <OneLine text={said} />
    </div>
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
  const noCard = readerWords(journey.update?.reader ?? null);
  if (noCard !== null) return <Band icon={TriangleAlert} text={noCard} className="warn id-strip" isLive />;
  // Left lying by the person before, or laid while their page stood: it is not read again until it is laid again.
  if (journey.card === 'used' && ask === null) {
    return <Band icon={IdCard} text={texts.start.cardLies} className="warn id-strip" isLive />;
  }
  return (
    <TapButton className="band id-strip" touch={hasOneKey ? { type: 'oneKey' } : { type: 'openItems' }}>
      <IdCard aria-hidden />
      <Words text={hasOneKey ? texts.start.cardHint : texts.start.cardThenItem} />
      <ArrowDown aria-hidden className="at-end" />
    </TapButton>
  );
}
