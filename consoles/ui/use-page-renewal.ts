// A page that nobody signs in to takes newer pages by itself: its connection's questions keep it, a server started anew makes it look.
import { useEffect } from 'react';
import type { HallConnection, HallSnapshot } from './hall-connection.ts';
import type { PageRenewal } from './page-renewal.ts';

/** A server started anew, or one that speaks another version, may serve newer pages. */
export function usePageRenewal(connection: HallConnection, hall: HallSnapshot, renewal: PageRenewal): void {
  const startedAt = hall.welcome?.serverStartedAt ?? null;
  const isOutdated = hall.connectRefusal === 'protocolMismatch';
  useEffect(() => renewal.attend(connection), [renewal, connection]);
  useEffect(() => {
    if (startedAt !== null || isOutdated) renewal.look();
  }, [startedAt, isOutdated, renewal]);
}
