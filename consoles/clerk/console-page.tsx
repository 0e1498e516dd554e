// The console of one window: ticket, the one big key, the actions, what waits, the day so far.
import type { ReactElement } from 'react';
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import type { HallConnection, HallSnapshot } from '../ui/hall-connection.ts';
import { useHallSeconds } from '../ui/use-hall.ts';
import { ActionGrid } from './action-grid.tsx';
import { actionReasons } from './actions.ts';
import { DayFigures } from './day-figures.tsx';
import { deviceLines } from './device-lines.ts';
import { DeviceBand } from './device-band.tsx';
import type { KeyTable } from './keys.ts';
import { LinkBand } from './link-band.tsx';
import { MainActions } from './main-actions.tsx';
import { NoticeLine } from './notice-line.tsx';
import { QuestionPanel, questionWords } from './question-panel.tsx';
import { TicketCard } from './ticket-card.tsx';
import { TopBar } from './top-bar.tsx';
import { useApplicant } from './use-applicant.ts';
import { useConsole } from './use-console.ts';
import { useKeys } from './use-keys.ts';
import { WaitingColumn } from './waiting-column.tsx';

interface ConsolePageProps {
  readonly connection: HallConnection;
  readonly hall: HallSnapshot;
  readonly calls: ClerkCalls;
  readonly status: ClerkStatus;
  readonly keys: KeyTable;
  readonly token: string;
}

export function ConsolePage({ connection, hall, calls, status, keys, token }: ConsolePageProps): ReactElement {
  const now = useHallSeconds(connection);
  const reasons = actionReasons({ calls, isDayOpen: status.isDayOpen, isLinkUp: hall.link === 'connected' });
  const controls = useConsole(connection, calls, reasons);
  useKeys(keys, controls);
  const applicant = useApplicant(calls.windowId, calls.ticket, token);
  const devices = deviceLines(status.devices);
  const question = controls.panel === 'missedList' ? null : controls.panel;
  const actions = { calls, keys, reasons, controls };

  return (
    <div className="console">
      <TopBar hall={hall} calls={calls} timeZone={status.timeZone} devices={devices.working} controls={controls} />
      <div className="console-bands">
        {hall.link !== 'connected' && <LinkBand hall={hall} timeZone={status.timeZone} />}
        <div role="status">{hall.link === 'connected' && <DeviceBand devices={devices.inTrouble} />}</div>
      </div>
      <main className="console-work">
        <TicketCard calls={calls} status={status} applicant={applicant} receipt={hall.receipt} now={now} />
        <MainActions {...actions} />
        <ActionGrid {...actions} />
        <NoticeLine reasons={reasons} notice={controls.notice} />
        <p className="unseen" role="status">
          {question !== null && questionWords(question, calls)}
        </p>
        {question !== null ? (
          <QuestionPanel panel={question} calls={calls} controls={controls} />
        ) : (
          <DayFigures today={status.today} evaluation={calls.evaluation} now={now} />
        )}
      </main>
      <WaitingColumn calls={calls} status={status} now={now} reasons={reasons} controls={controls} />
    </div>
  );
}
