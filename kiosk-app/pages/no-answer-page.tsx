// The hall did not answer in time: nobody knows yet whether there is a number, and asking again makes no second one.
import type { ReactElement } from 'react';
import { CloudOff, HandHelping } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, FooterButton, HelpButton, HomeButton } from './footer.tsx';
import type { Ask } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

/** `asked`: what was not answered. A reprint is of a number that its person holds already. */
export function NoAnswerPage({ asked }: { readonly asked: Ask }): ReactElement {
  const { ask, slowness } = useKiosk();
  const isReprint = asked.type === 'reprint';
  const advice = isReprint ? texts.noAnswer.reprintAgain : texts.noAnswer.tryAgain;
  return (
    <Page
      className="refusal-page"
      tell={
        <Question
          text={isReprint ? texts.noAnswer.reprintQuestion : texts.noAnswer.question}
          className="refusal-question"
        />
      }
      act={
        <>
          {' '}
          <Band
            icon={CloudOff}
            text={slowness === 'long' ? texts.busy.stillWorking : advice}
            className="refusal-advice"
            isLive
          />
          <Band icon={HandHelping} text={texts.noAnswer.orDesk} className="refusal-advice second" />
        </>
      }
      foot={
        <Footer
          left={<HomeButton />}
          middle={<HelpButton />}
          right={
            <FooterButton
              icon="again"
              text={texts.button.tryAgain}
              touch={{ type: 'tryAgain' }}
              isFilled
              isBusy={ask !== null}
            />
          }
        />
      }
    />
  );
}
