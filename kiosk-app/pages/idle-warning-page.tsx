// Nobody has touched anything for a while: asks before it gives the page to the next person.
import type { ReactElement } from 'react';
import { Play } from 'lucide-react';
import { Counted } from './counted.tsx';
import { Footer, HelpButton, HomeButton } from './footer.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

export function IdleWarningPage(): ReactElement {
  const { secondsLeft } = useKiosk();
  return (
    <Page
      className="refusal-page"
      tell={
        <>
          {' '}
          <Question text={texts.idle.question} className="refusal-question" />
          <Counted text={texts.idle.seconds} count={secondsLeft ?? 0} className="idle-seconds" />
        </>
      }
      act={
        <TapButton className="button go-on filled" touch={{ type: 'goOn' }}>
          <Play aria-hidden />
          <Words text={texts.button.goOn} />
        </TapButton>
      }
      foot={<Footer left={<HomeButton />} middle={<HelpButton />} />}
    />
  );
}
