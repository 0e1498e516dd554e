// Which business: cards in the hall's own order, never reshuffled by load, as many a page as the glass holds.
import type { ReactElement } from 'react';
import { ChevronLeft, ChevronRight, IdCard, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { cardTroubleWords } from './card-words.ts';
import { BackButton, Footer, FooterButton, HelpButton, TypeButton } from './footer.tsx';
import { itemsAPage } from './form.ts';
import { ItemCard } from './item-card.tsx';
import { pageCount } from './item-pages.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { OneLine, Words } from './words.tsx';

export function ChooseItemPage({ pageIndex }: { readonly pageIndex: number }): ReactElement {
  const { journey, form } = useKiosk();
  const items = journey.update?.view?.serviceItems ?? [];
  const aPage = itemsAPage(form, journey.typeSize);
  const pages = pageCount(items.length, aPage);
  const shownIndex = Math.min(pageIndex, pages - 1);
  const shown = items.slice(shownIndex * aPage, (shownIndex + 1) * aPage);
  const isLarge = journey.typeSize === 'large';
  return (
    <Page
      className="choose-page"
      tell={
        <>
          <Question text={texts.choose.question} />
          <Notice />
          {isLarge && pages > 1 && <PagePlace pageIndex={shownIndex} pages={pages} />}
          {items.length === 0 && <Words text={texts.choose.noItems} className="no-items" />}
        </>
      }
      act={
        <div className="items">
          {shown.map((item) => (
            <ItemCard key={item.serviceItemId} item={item} />
          ))}
        </div>
      }
      foot={
        isLarge ? (
          <LargeFooter pageIndex={shownIndex} pages={pages} />
        ) : (
          <>
            {pages > 1 && <Pager pageIndex={shownIndex} pages={pages} />}
            <Footer left={<BackButton />} middle={<HelpButton />} right={<TypeButton />} />
          </>
        )
      }
    />
  );
}

/**
 * Large type has no room for a pager beside a footer: the pages are turned at the foot, where the way back is. At most six
 * controls: staff stand where the list ends, for whom nothing in it was right.
 */
function LargeFooter({ pageIndex, pages }: PagerProps): ReactElement {
  const isLast = pageIndex === pages - 1;
  const back = (
    <FooterButton icon="back" text={texts.button.previousPage} touch={{ type: 'turnPage', pageIndex: pageIndex - 1 }} />
  );
  return (
    <Footer
      left={pageIndex === 0 ? <BackButton /> : back}
      middle={isLast && <HelpButton />}
      right={
        !isLast && (
          <FooterButton
            icon="next"
            text={texts.button.nextPage}
            touch={{ type: 'turnPage', pageIndex: pageIndex + 1 }}
          />
        )
      }
    />
  );
}

/** One line under the question: what the reader holds, or that the hall is slow. */
function Notice(): ReactElement | null {
  const { journey, slowness } = useKiosk();
  if (slowness === 'long')
    return (
      <p className="choose-notice" role="status" data-fit="">
        <OneLine text={texts.busy.stillWorking} />
      </p>
    );
  if (journey.cardTrouble !== null)
    return <NoticeLine icon={TriangleAlert} text={cardTroubleWords(journey.cardTrouble)} className="trouble" />;
  // Where papers are scanned nobody can say here which of the two it was.
  const laid = journey.update?.scanner.state === 'absent' ? texts.choose.cardLaid : texts.choose.documentRead;
  if (journey.card === 'laid') return <NoticeLine icon={IdCard} text={laid} className="good" />;
  return null;
}

interface NoticeLineProps {
  readonly icon: LucideIcon;
  readonly text: Bilingual;
  readonly className: string;
}

function NoticeLine({ icon: Icon, text, className }: NoticeLineProps): ReactElement {
  return (
    <div className={`band choose-notice ${className}`} role="status" data-fit="">
      <Icon aria-hidden />
      <OneLine text={text} />
    </div>
  );
}

interface PagerProps {
  readonly pageIndex: number;
  readonly pages: number;
}

function PagePlace({ pageIndex, pages }: PagerProps): ReactElement {
  return (
    <span className="number pager-place">
      {pageIndex + 1} / {pages}
    </span>
  );
}

function Pager({ pageIndex, pages }: PagerProps): ReactElement {
  return (
    <nav className="pager">
      <TapButton className="button" touch={{ type: 'turnPage', pageIndex: pageIndex - 1 }} isOff={pageIndex === 0}>
        <ChevronLeft aria-hidden />
        <OneLine text={texts.button.previousPage} />
      </TapButton>
      <PagePlace pageIndex={pageIndex} pages={pages} />
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
