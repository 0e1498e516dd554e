// No numbers from here for now: where to get one instead. Goes away by itself when the hall, or the device, is back.
import type { ReactElement } from 'react';
import { CloudOff, IdCard, MapPin, PrinterX, RotateCcw, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { Band } from './band.tsx';
import { Footer, HelpButton, TypeButton } from './footer.tsx';
import { failedForAll, hallStateOf } from './journey-state.ts';
import type { Journey } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

export function OutOfServicePage(): ReactElement {
  const { journey } = useKiosk();
  const { icon: Icon, text } = causeOf(journey);
  return (
    <Page
      className="refusal-page out-of-service-page"
      tell={
        <>
          {' '}
          <Icon className="big-icon" aria-hidden />
          <Question text={text} className="refusal-question" />
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

/** The worst first: without its terminal or the hall a kiosk's own devices do not count. */
function causeOf(journey: Journey): { readonly icon: LucideIcon; readonly text: Bilingual } {
  if (journey.isTerminalLost) return { icon: TriangleAlert, text: texts.outOfService.terminalLost };
  const failed = hallStateOf(journey) === 'open' ? failedForAll(journey.update) : null;
  switch (failed) {
    case 'printer':
      return { icon: PrinterX, text: texts.outOfService.printer };
    case 'reader':
      return { icon: IdCard, text: texts.outOfService.reader };
    case null:
      return { icon: CloudOff, text: texts.outOfService.linkLost };
  }
}
