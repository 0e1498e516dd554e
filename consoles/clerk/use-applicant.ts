// The masked name of the person at the window: asked once a ticket, kept nowhere but on the screen.
import { useEffect, useState } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { askForApplicant } from './hall-http.ts';
import type { Applicant } from './hall-http.ts';

/** Null while it is being asked, and where there is no ticket or no ID card. */
export function useApplicant(windowId: string, ticket: ClerkCalls['ticket'], token: string): Applicant | null {
  const [known, setKnown] = useState<{ readonly ticketId: number; readonly applicant: Applicant } | null>(null);
  const ticketId = ticket?.hasIdCard === true ? ticket.ticketId : null;
  useEffect(() => {
    if (ticketId === null) return undefined;
    const leaving = new AbortController();
    void askForApplicant(windowId, token, leaving.signal).then((applicant) => {
      if (!leaving.signal.aborted) setKnown({ ticketId, applicant });
    });
    return () => leaving.abort();
  }, [windowId, ticketId, token]);
  return known !== null && known.ticketId === ticketId ? known.applicant : null;
}
