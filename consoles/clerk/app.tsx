// Which of the three pages is up: sign in, choose a window, the console.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Topic } from '@jiaohao/contracts/views';
import { HallConnection } from '../ui/hall-connection.ts';
import type { HallSnapshot } from '../ui/hall-connection.ts';
import { viewOf } from '../ui/newest-views.ts';
import type { PageRenewal } from '../ui/page-renewal.ts';
import { useHall } from '../ui/use-hall.ts';
import { TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import { forgetToken, keepToken } from './access.ts';
import type { Access } from './access.ts';
import { ChooseWindowPage } from './choose-window-page.tsx';
import { ConsolePage } from './console-page.tsx';
import type { KeyTable } from './keys.ts';
import { SignInPage } from './sign-in-page.tsx';

interface AppProps {
  readonly opened: Access | null;
  readonly keys: KeyTable;
  readonly renewal: PageRenewal;
  /** The page cannot take in what the hall says. */
  readonly onBroken: (error: unknown) => void;
}

export function App({ opened, keys, renewal, onBroken }: AppProps): ReactElement {
  const [access, setAccess] = useState(opened);
  const [ended, setEnded] = useState<Words | null>(null);
  if (access === null) {
    return (
      <SignInPage
        notice={ended}
        onToken={(token) => {
          keepToken(token);
          setEnded(null);
          setAccess({ token, windowId: null });
        }}
      />
    );
  }
  return (
    <SignedIn
      key={access.token}
      access={access}
      keys={keys}
      renewal={renewal}
      onBroken={onBroken}
      onEnded={(words) => {
        // An old page is loaded anew and goes on with its token; any other end is an end.
        if (words === TEXTS.signIn.outdated) renewal.look();
        else forgetToken();
        setEnded(words);
        setAccess(null);
      }}
    />
  );
}

interface SignedInProps extends Omit<AppProps, 'opened'> {
  readonly access: Access;
  readonly onEnded: (words: Words | null) => void;
}

function SignedIn({ access, keys, renewal, onBroken, onEnded }: SignedInProps): ReactElement {
  const [connection] = useState(() => new HallConnection({ token: access.token, onBroken }));
  const hall = useHall(connection);
  const [chosen, setChosen] = useState<string | null>(null);
  const windowId = chosen ?? windowToReturnTo(hall, access.windowId);
  const staffNo = hall.welcome?.who.kind === 'clerk' ? hall.welcome.who.staffNo : null;
  const trouble = accessTrouble(hall);

  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  useEffect(() => renewal.attend(connection), [renewal, connection]);
  useLookAfterRestart(hall.welcome?.serverStartedAt ?? null, renewal);
  useEffect(() => connection.watch(topicsOf(windowId)), [connection, windowId]);
  useEffect(() => {
    if (trouble !== null) onEnded(trouble);
  }, [trouble, onEnded]);

  const calls = windowId === null ? undefined : viewOf(hall.views, 'clerkCalls', windowId);
  const status = windowId === null ? undefined : viewOf(hall.views, 'clerkStatus', windowId);
  if (calls !== undefined && status !== undefined && calls.staffNo === staffNo) {
    return (
      <ConsolePage connection={connection} hall={hall} calls={calls} status={status} keys={keys} token={access.token} />
    );
  }
  return (
    <ChooseWindowPage
      connection={connection}
      hall={hall}
      staffNo={staffNo}
      wantedWindowId={access.windowId}
      onSignedIn={setChosen}
      onLeave={() => onEnded(null)}
    />
  );
}

/** A server started anew may serve newer pages. */
function useLookAfterRestart(serverStartedAt: number | null, renewal: PageRenewal): void {
  const known = useRef<number | null>(null);
  useEffect(() => {
    if (known.current !== null && known.current !== serverStartedAt) renewal.look();
    known.current = serverStartedAt;
  }, [serverStartedAt, renewal]);
}

/** Where the hall knows the clerk already (a reload), unless the address names another window: that is asked for first. */
function windowToReturnTo(hall: HallSnapshot, wantedWindowId: string | null): string | null {
  const windowId = hall.welcome?.place?.windowId ?? null;
  return wantedWindowId === null || wantedWindowId === windowId ? windowId : null;
}

function topicsOf(windowId: string | null): Topic[] {
  return windowId === null ? ['windows/hall'] : ['windows/hall', `clerkCalls/${windowId}`, `clerkStatus/${windowId}`];
}

function accessTrouble(hall: HallSnapshot): Words | null {
  if (hall.connectRefusal === 'unauthorised') return TEXTS.signIn.ended;
  if (hall.connectRefusal === 'protocolMismatch') return TEXTS.signIn.outdated;
  return hall.welcome !== null && hall.welcome.who.kind !== 'clerk' ? TEXTS.signIn.notClerk : null;
}
