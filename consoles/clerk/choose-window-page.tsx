// Which window does the clerk work at today? The one used last in this browser is first and one Enter away.
import { useEffect, useEffectEvent } from 'react';
import type { ReactElement } from 'react';
import { LogOut } from 'lucide-react';
import type { WindowsView } from '@jiaohao/contracts/views';
import { nameIn } from '@jiaohao/look/language-pair';
import type { HallConnection, HallSnapshot } from '../ui/hall-connection.ts';
import { viewOf } from '../ui/newest-views.ts';
import { TroubleWords } from '../ui/entry-form.tsx';
import { consoleLanguage, TEXTS, saidTwice } from '../texts.ts';
import { rememberWindow, rememberedWindow } from './access.ts';
import { LinkBand } from './link-band.tsx';
import { useAsk } from './use-ask.ts';
import { WindowChoice } from './window-choice.tsx';

interface ChooseWindowPageProps {
  readonly connection: HallConnection;
  readonly hall: HallSnapshot;
  readonly staffNo: string | null;
  /** Window named in the page's address: signed in to without asking, once. */
  readonly wantedWindowId: string | null;
  readonly onSignedIn: (windowId: string) => void;
  readonly onLeave: () => void;
}

export function ChooseWindowPage(props: ChooseWindowPageProps): ReactElement {
  const { connection, hall, staffNo, wantedWindowId, onSignedIn, onLeave } = props;
  const { working, notice, ask } = useAsk<'signIn'>(connection);
  const view = viewOf(hall.views, 'windows', 'hall');

  const signIn = (windowId: string): void => {
    if (staffNo === null || hall.link !== 'connected') return;
    ask('signIn', { type: 'signIn', windowId, staffNo }, () => {
      rememberWindow(windowId);
      onSignedIn(windowId);
      return null;
    });
  };
  useWindowFromAddress(staffNo === null ? null : wantedWindowId, signIn);

  const isWorking = working !== null;
  const trouble = notice?.words ?? hall.watchError;
  return (
    <main className="choose">
      {hall.link === 'lost' && <LinkBand hall={hall} timeZone={null} />}
      <header className="choose-head">
        <div>
          <p>{view === undefined ? TEXTS.choose.connecting : nameIn(consoleLanguage, view.hallName)}</p>
          <h1>{TEXTS.choose.title}</h1>
        </div>
        {staffNo !== null && <span className="choose-staff">{`${TEXTS.signIn.staffNo} ${staffNo}`}</span>}
        <button type="button" className="quiet-button" onClick={onLeave}>
          <LogOut size={22} aria-hidden />
          {TEXTS.choose.leave}
        </button>
      </header>
      <div role="status">{trouble !== null && <TroubleWords said={saidTwice(trouble)} />}</div>
      {view !== undefined && view.windows.length === 0 && <p>{TEXTS.choose.none}</p>}
      <ul className="choose-grid">
        {lastUsedFirst(view).map((window) => (
          <WindowChoice
            key={window.windowId}
            window={window}
            staffNo={staffNo}
            isLast={window.windowId === rememberedWindow()}
            isWorking={isWorking || hall.link !== 'connected'}
            onChoose={() => signIn(window.windowId)}
          />
        ))}
      </ul>
    </main>
  );
}

/** Once, when the hall has said who this is. */
function useWindowFromAddress(windowId: string | null, signIn: (windowId: string) => void): void {
  const signInTo = useEffectEvent(signIn);
  useEffect(() => {
    if (windowId !== null) signInTo(windowId);
  }, [windowId]);
}

function lastUsedFirst(view: WindowsView | undefined): WindowsView['windows'] {
  const last = rememberedWindow();
  const windows = view?.windows ?? [];
  return [
    ...windows.filter((window) => window.windowId === last),
    ...windows.filter((window) => window.windowId !== last),
  ];
}
