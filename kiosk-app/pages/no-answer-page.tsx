// The hall did not answer in time: nobody knows yet whether there is a number, and asking again makes no second one.
import type { ReactElement } from 'react';
import { CloudOff, HandHelping } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, FooterButton, HelpButton, HomeButton } from './footer.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

export function NoAnswerPage(): ReactElement {
  const { ask, slowness } = useKiosk();
  return (
    <main className="page refusal-page">
      <Question text={texts.noAnswer.question} className="refusal-question" />
      <Band
        icon={CloudOff}
        text={slowness === 'long' ? texts.busy.stillWorking : texts.noAnswer.tryAgain}
        className="refusal-advice"
      />
      <Band icon={HandHelping} text={texts.noAnswer.orDesk} className="refusal-advice second" />
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
    </main>
  );
}
