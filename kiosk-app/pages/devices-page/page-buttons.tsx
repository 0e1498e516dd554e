// What the installer may try: one button for each kind of device that is there, and what is about all of them.
import type { ReactElement } from 'react';
import {
  BellRing,
  CableIcon,
  CreditCard,
  FileText,
  PanelTop,
  Printer,
  Search,
  Star,
  type LucideIcon,
} from 'lucide-react';
import type { DevicesPageMessage, DevicesPageView, RunningWindows } from '../../wire/devices-page.ts';
import type { SelfTestDevice, SelfTestWish } from '../../wire/self-test.ts';
import { StaffButton } from '../self-test-parts.tsx';
import { READ_TEXTS, readsOf, SELF_TEST_TEXTS as TEXTS, type Pair } from '../self-test-texts.ts';
import { DEVICES_PAGE_TEXTS } from './texts.ts';

interface PageButtonsProps {
  readonly view: DevicesPageView;
  readonly isOff: boolean;
  readonly send: (message: DevicesPageMessage) => void;
}

interface Offer {
  readonly wish: SelfTestWish;
  readonly text: Pair;
  readonly icon: LucideIcon;
}

export function PageButtons({ view, isOff, send }: PageButtonsProps): ReactElement {
  const { running } = view;
  const { card, print, evaluationPads, bundle, isCheckingLines } = view.work;
  const isAsking = card.state === 'waiting' || evaluationPads.state === 'asking';
  const isBusy = isOff || view.isLooking || isAsking || print.state === 'printing' || isCheckingLines;
  const isSaving = isOff || view.isLooking || bundle.state === 'saving';
  return (
    <div className="page-buttons">
      {offersFor(view).map(({ wish, text, icon }) => (
        <StaffButton
          key={wish}
          text={text}
          icon={icon}
          isOff={wish === 'saveBundle' ? isSaving : isBusy || !mayTry(wish, running)}
          onTap={() => send({ type: 'try', wish })}
        />
      ))}
      {running === null && (
        <StaffButton
          text={view.terminal === null ? DEVICES_PAGE_TEXTS.look : DEVICES_PAGE_TEXTS.lookAtPorts}
          icon={Search}
          isOff={isBusy}
          onTap={() => send({ type: 'look' })}
        />
      )}
    </div>
  );
}

/** At a terminal that runs: at one window, and not what somebody there needs now. */
function mayTry(wish: SelfTestWish, running: RunningWindows | null): boolean {
  if (running === null) return true;
  const window = running.windows.find(({ windowId }) => windowId === running.underTest);
  return window !== undefined && !(wish === 'tryEvaluationPads' && window.isRatingAsked);
}

function offersFor({ devices, running }: DevicesPageView): Offer[] {
  const has = (kind: SelfTestDevice['kind']): boolean => devices.some((device) => device.kind === kind);
  const reads = readsOf(devices);
  const offers: (Offer | false)[] = [
    reads !== null && { wish: 'readCard', text: READ_TEXTS[reads].button, icon: CreditCard },
    has('ticketPrinter') && { wish: 'printTestPage', text: TEXTS.printTestPage, icon: Printer },
    has('evaluationPad') && { wish: 'tryEvaluationPads', text: TEXTS.tryEvaluationPads, icon: Star },
    has('callPad') && { wish: 'tryCallPads', text: TEXTS.tryCallPads, icon: BellRing },
    has('ledStrip') && { wish: 'tryStrips', text: TEXTS.tryStrips, icon: PanelTop },
    running === null && devices.length > 0 && { wish: 'checkLines', text: TEXTS.checkLines, icon: CableIcon },
    devices.length > 0 && { wish: 'saveBundle', text: TEXTS.saveBundle, icon: FileText },
  ];
  return offers.filter((offer) => offer !== false);
}
