// Which business: eight cards a page in the hall's own order, never reshuffled by load.
import type { ReactElement } from 'react';
import { ChevronLeft, ChevronRight, IdCard, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { BackButton, Footer, HelpButton } from './footer.tsx';
import { ITEMS_A_PAGE, pageCount } from './item-pages.ts';
import { ItemCard } from './item-card.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Question } from './question.tsx';
import { cardTroubleWords } from './card-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { OneLine, Words } from './words.tsx';

export function ChooseItemPage({ pageIndex }: { readonly pageIndex: number }): ReactElement {
  const { journey } = useKiosk();
  const items = journey.update?.view?.serviceItems ?? [];
  const pages = pageCount(items.length);
  const shownIndex = Math.min(pageIndex, pages - 1);
  const shown = items.slice(shownIndex * ITEMS_A_PAGE, (shownIndex + 1) * ITEMS_A_PAGE);
  return (
    <main className="page choose-page">
      <Question text={texts.choose.question} />
      <Notice />
      <div className="items">
        {shown.map((item) => (
          <ItemCard key={item.serviceItemId} item={item} />
        ))}
      </div>
      {items.length === 0 && <Words text={texts.choose.noItems} className="no-items" />}
      {pages > 1 && <Pager pageIndex={shownIndex} pages={pages} />}
      <Footer left={<BackButton />} middle={<HelpButton />} />
    </main>
  );
}

/** One line under the question: what the reader holds, or that the hall is slow. */
function Notice(): ReactElement | null {
  const { journey, slowness } = useKiosk();
  if (slowness === 'long') return <OneLine text={texts.busy.stillWorking} className="choose-notice" />;
  if (journey.cardTrouble !== null)
    return <NoticeLine icon={TriangleAlert} text={cardTroubleWords(journey.cardTrouble)} className="trouble" />;
  if (journey.card === 'laid') return <NoticeLine icon={IdCard} text={texts.choose.cardLaid} className="good" />;
  return null;
}

interface NoticeLineProps {
  readonly icon: LucideIcon;
  readonly text: Bilingual;
  readonly className: string;
}

function NoticeLine({ icon: Icon, text, className }: NoticeLineProps): ReactElement {
  return (
    <div className={`band choose-notice ${className}`}>
      <Icon aria-hidden />
      <OneLine text={text} />
    </div>
  );
}

function Pager({ pageIndex, pages }: { readonly pageIndex: number; readonly pages: number }): ReactElement {
  return (
    <nav className="pager">
      <TapButton className="button" touch={{ type: 'turnPage', pageIndex: pageIndex - 1 }} isOff={pageIndex === 0}>
        <ChevronLeft aria-hidden />
        <OneLine text={texts.button.previousPage} />
      </TapButton>
      <span className="number pager-place">
        {pageIndex + 1} / {pages}
      </span>
      <TapButton
        className="button"
        touch={{ type: 'turnPage', pageIndex: pageIndex + 1 }}
        isOff={pageIndex === pages - 1}
      >
        <OneLine text={texts.button.nextPage} />
        <ChevronRight aria-hidden />
      </TapButton>
    </nav>
  );
}
