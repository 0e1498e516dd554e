// A rule said no: the rule's own sentence, what to do, and one filled button.
import type { ReactElement } from 'react';
import { Info } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Refusal, RefusalCode } from '@jiaohao/contracts/refusals';
import { Band } from './band.tsx';
import { Footer, FooterButton, HelpButton, HomeButton } from './footer.tsx';
import type { Target } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { NumberCard } from './number-card.tsx';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

interface RefusalPageProps {
  readonly refusal: Refusal;
  readonly target: Target | null;
}

export function RefusalPage({ refusal, target }: RefusalPageProps): ReactElement {
  const { held } = refusal;
  if (held !== undefined) return <HeldPage refusal={refusal} heldNumber={held.ticketNumber} />;
  const mayUseCard = refusal.code === 'idCardRequired' && target !== null;
  return (
    <Page
      className="refusal-page"
      tell={<Question text={refusal} className="refusal-question" />}
      act={<Band icon={Info} text={whatToDo(refusal.code)} className="refusal-advice" />}
      foot={
        <Footer
          left={mayUseCard ? <HomeButton /> : undefined}
          middle={<HelpButton />}
          right={
            mayUseCard ? (
              <FooterButton icon="card" text={texts.button.useCard} touch={{ type: 'useCard' }} isFilled />
            ) : (
              <HomeButton isFilled />
            )
          }
        />
      }
    />
  );
}

/** The number that this person holds already, at the place where numbers stand, and the offer to print it again. */
function HeldPage({ refusal, heldNumber }: { readonly refusal: Refusal; readonly heldNumber: string }): ReactElement {
  const { ask } = useKiosk();
  return (
    <Page
      className="held-page"
      tell={
        <>
          <Question text={refusal} className="two-lines smaller" />
          <NumberCard ticketNumber={heldNumber} service={null} />
        </>
      }
      act={<Band icon={Info} text={texts.refusal.held} className="held-advice" />}
      foot={
        <Footer
          left={<HomeButton />}
          middle={<HelpButton />}
          right={
            <FooterButton
              icon="printer"
              text={texts.button.printAgain}
              touch={{ type: 'reprint' }}
              isFilled
              isBusy={ask?.type === 'reprint'}
            />
          }
        />
      }
    />
  );
}

function whatToDo(code: RefusalCode): Bilingual {
  switch (code) {
    case 'idCardRequired':
      return texts.refusal.useCard;
    case 'ticketingClosed':
    case 'dayNotOpen':
      return texts.refusal.otherHours;
    case 'requestExpired':
      return texts.refusal.again;
    default:
      return texts.refusal.askDesk;
  }
}
