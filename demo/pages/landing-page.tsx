// The landing page: five steps through the hall, then every window with its screens and its clerk.
import type { ReactElement } from 'react';
import { IdCard, Megaphone, MonitorCheck, Star, Ticket } from 'lucide-react';
import { LANDING_TEXTS as TEXTS } from '../texts.ts';
import type { Screens } from '../wire.ts';
import { Both } from './both.tsx';
import { BENCH_URL, ScreenLink } from './screen-link.tsx';
import { StepCard } from './step-card.tsx';
import { ZoneCard } from './zone-card.tsx';

export function LandingPage({ screens }: { readonly screens: Screens }): ReactElement {
  return (
    <main className="landing">
      <section>
        <div className="landing-head">
          <h2>
            <Both words={TEXTS.walk} />
          </h2>
          <p className="quiet">
            <Both words={TEXTS.walkNote} />
          </p>
        </div>
        <Steps screens={screens} />
      </section>
      <section>
        <div className="landing-head">
          <h2>
            <Both words={TEXTS.all} />
          </h2>
          <p className="quiet">
            <Both words={TEXTS.allNote} />
          </p>
        </div>
        <div className="zones">
          {screens.zones.map((zone) => (
            <ZoneCard key={zone.zoneId} zone={zone} />
          ))}
        </div>
      </section>
    </main>
  );
}

function Steps({ screens }: { readonly screens: Screens }): ReactElement {
  const { steps, open } = TEXTS;
  const windows = screens.zones.flatMap((zone) => zone.windows);
  const first = windows.find(({ windowId }) => windowId === screens.firstWindowId);
  const label = first?.label ?? '';
  return (
    <ol className="steps">
      <StepCard place={1} icon={IdCard} title={steps.card} note={steps.cardNote}>
        <ScreenLink url={screens.kioskUrl} words={open.kiosk} isMain />
        <ScreenLink url={BENCH_URL} words={open.bench} />
      </StepCard>
      <StepCard place={2} icon={Ticket} title={steps.ticket} note={steps.ticketNote}>
        <ScreenLink url={BENCH_URL} words={open.bench} />
      </StepCard>
      <StepCard place={3} icon={Megaphone} title={steps.next} note={steps.nextNote(label)}>
        <ScreenLink url={first?.clerk?.consoleUrl ?? null} words={open.console(label)} />
      </StepCard>
      <StepCard place={4} icon={MonitorCheck} title={steps.board} note={steps.boardNote}>
        <ScreenLink url={screens.hallBoardUrl} words={open.hallBoard} />
        <ScreenLink url={first?.screenUrl ?? null} words={open.windowScreen(label)} />
      </StepCard>
      <StepCard place={5} icon={Star} title={steps.rate} note={steps.rateNote}>
        <ScreenLink url={BENCH_URL} words={open.bench} />
      </StepCard>
    </ol>
  );
}
