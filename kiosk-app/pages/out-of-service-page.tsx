// No numbers from here for now: where to get one instead. Goes away by itself when the hall is back.
import type { ReactElement } from 'react';
import { CloudOff, MapPin, RotateCcw, TriangleAlert } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, HelpButton, TypeButton } from './footer.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

export function OutOfServicePage(): ReactElement {
  const { journey } = useKiosk();
  const Icon = journey.isTerminalLost ? TriangleAlert : CloudOff;
  return (
    <Page
      className="refusal-page out-of-service-page"
      tell={
        <>
          {' '}
          <Icon className="big-icon" aria-hidden />
          <Question
            text={journey.isTerminalLost ? texts.outOfService.terminalLost : texts.outOfService.linkLost}
            className="refusal-question"
          />
        </>
      }
      act={
        <>
          {' '}
          <Band icon={MapPin} text={texts.outOfService.goToDesk} className="refusal-advice" />
          <Band icon={RotateCcw} text={texts.outOfService.comesBack} className="refusal-advice second" />
        </>
      }
      foot={<Footer middle={<HelpButton />} right={<TypeButton />} />}
    />
  );
}
