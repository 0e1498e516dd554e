// Draws what stands on the glass: one component for each page of the journey.
import { useFitText } from '@jiaohao/look/fit-text';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Announcer } from './announcer.tsx';
import { ChooseItemPage } from './choose-item-page.tsx';
import { ClosedPage } from './closed-page.tsx';
import { HelpPage } from './help-page.tsx';
import { IdleWarningPage } from './idle-warning-page.tsx';
import type { KioskDesk } from './kiosk-desk.ts';
import { KioskContext } from './kiosk-context.ts';
import type { Journey, Page } from './journey-state.ts';
import { screenOf } from './journey-state.ts';
import { LayCardPage } from './lay-card-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { NoAnswerPage } from './no-answer-page.tsx';
import { NumberPadPage } from './number-pad-page.tsx';
import { OutOfServicePage } from './out-of-service-page.tsx';
import { PrinterTroublePage } from './printer-trouble-page.tsx';
import { PrintingPage } from './printing-page.tsx';
import { RefusalPage } from './refusal-page.tsx';
import { SelfTestPage } from './self-test-page.tsx';
import { SelfTestPinPage } from './self-test-pin-page.tsx';
import { StartPage } from './start-page.tsx';
import { TicketTakenPage } from './ticket-taken-page.tsx';
import { TopBar } from './top-bar.tsx';
import type { Fingers } from './fingers.ts';
import { useForm } from './form.ts';
import { languageFile } from './languages.ts';
import { useKeyboardFocus } from './use-keyboard-focus.ts';
import { useSlowness } from './use-slowness.ts';
import { useTimeLimit } from './use-time-limit.ts';

interface KioskProps {
  readonly desk: KioskDesk;
  readonly fingers: Fingers;
}

export function Kiosk({ desk, fingers }: KioskProps): ReactElement {
  const journey = useSyncExternalStore(desk.subscribe, desk.journey);
  const staff = useSyncExternalStore(desk.subscribe, desk.staff.shown);
  const secondsLeft = useTimeLimit(journey, fingers, desk.timeUp);
  const ask = journey.page.type === 'taking' ? journey.page.ask : null;
  const slowness = useSlowness(ask);
  const form = useForm();
  const glass = useRef<HTMLDivElement>(null);
  const { language, typeSize } = journey;
  useFitText(glass);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.repeat) desk.touch({ type: 'back' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [desk]);

  useKeyboardFocus(journey.page, journey.overlay);

  useLayoutEffect(() => {
    document.documentElement.lang = languageFile(language).tag;
    document.documentElement.dataset['theme'] = typeSize === 'large' ? 'high-contrast' : 'light';
  }, [language, typeSize]);

  return (
    <KioskContext.Provider value={{ journey, form, ask, slowness, secondsLeft, touch: desk.touch }}>
      <div
        ref={glass}
        className="kiosk"
        data-form={form}
        data-layout={form === 'portrait' && typeSize === 'normal' ? 'posed' : 'flow'}
        data-type={typeSize}
        data-script={languageFile(language).script}
      >
        <TopBar />
        {staff === null && <OnTheGlass journey={journey} />}
        {staff === null && <Announcer page={journey.page} screen={screenOf(journey)} />}
        {staff?.state === 'askPin' && <SelfTestPinPage view={staff} desk={desk.staff} fingers={fingers} />}
        {staff?.state === 'selfTest' && <SelfTestPage view={staff} desk={desk.staff} fingers={fingers} />}
      </div>
    </KioskContext.Provider>
  );
}

function OnTheGlass({ journey }: { readonly journey: Journey }): ReactElement {
  switch (screenOf(journey)) {
    case 'loading':
      return <LoadingPage />;
    case 'outOfService':
      return <OutOfServicePage />;
    case 'closed':
      return <ClosedPage />;
    case 'help':
      return <HelpPage />;
    case 'idleWarning':
      return <IdleWarningPage />;
    default:
      return <JourneyPage page={journey.page} />;
  }
}

function JourneyPage({ page }: { readonly page: Page }): ReactElement {
  switch (page.type) {
    case 'start':
      return <StartPage />;
    case 'chooseItem':
      return <ChooseItemPage pageIndex={page.pageIndex} />;
    case 'layCard':
      return <LayCardPage target={page.target} />;
    case 'typeNumber':
      return <NumberPadPage page={page} />;
    case 'taking':
      return <JourneyPage page={page.behind} />;
    case 'printing':
      return <PrintingPage ticket={page.ticket} />;
    case 'taken':
      return <TicketTakenPage ticket={page.ticket} />;
    case 'notPrinted':
      return <PrinterTroublePage ticket={page.ticket} trouble={page.trouble} />;
    case 'refused':
      return <RefusalPage refusal={page.refusal} target={page.target} />;
    case 'noAnswer':
      return <NoAnswerPage asked={page.ask} />;
  }
}
