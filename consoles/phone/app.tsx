// Which page the phone shows: the call before everything, else what has become of the ticket, else why there is nothing to show.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { TicketView } from '@jiaohao/contracts/views';
import type { HallConnection, HallSnapshot } from '../ui/hall-connection.ts';
import { viewOf } from '../ui/newest-views.ts';
import type { PageRenewal } from '../ui/page-renewal.ts';
import { useHall, useHallSeconds } from '../ui/use-hall.ts';
import { usePageRenewal } from '../ui/use-page-renewal.ts';
import { CalledPage } from './called-page.tsx';
import { freshnessAt } from './freshness.ts';
import { NoticePage } from './notice-page.tsx';
import type { Notice } from './notice-page.tsx';
import { OutcomePage } from './outcome-page.tsx';
import { placeIn } from './place.ts';
import { titleOf } from './words.ts';
import { WaitingPage } from './waiting-page.tsx';

interface AppProps {
  readonly connection: HallConnection;
  readonly renewal: PageRenewal;
}

export function App({ connection, renewal }: AppProps): ReactElement {
  const hall = useHall(connection);
  const now = useHallSeconds(connection);
  const who = hall.welcome?.who;
  const [ticketId, queueId] = who?.kind === 'applicant' ? [who.ticketId, who.queueId] : [null, null];
  const ticket = ticketId === null ? undefined : viewOf(hall.views, 'ticket', String(ticketId));
  const progress = queueId === null ? undefined : viewOf(hall.views, 'queueProgress', queueId);

  usePageRenewal(connection, hall, renewal);
  useEffect(() => {
    if (ticketId !== null) connection.watch([`ticket/${ticketId}`, `queueProgress/${queueId}`]);
  }, [connection, ticketId, queueId]);
  const title = ticket === undefined ? null : titleOf(ticket);
  useEffect(() => {
    // Of a tab in the background only this is seen.
    if (title !== null) document.title = title;
  }, [title]);

  if (ticket === undefined) return <NoticePage notice={noticeOf(hall)} />;
  const place = progress === undefined ? null : placeIn(progress, ticket.ticketId);
  return <OneTicket ticket={ticket} place={place} now={now} freshness={freshnessAt(now, hall.lastHeardAt)} />;
}

interface OneTicketProps {
  readonly ticket: TicketView;
  readonly place: ReturnType<typeof placeIn>;
  readonly now: number;
  readonly freshness: ReturnType<typeof freshnessAt>;
}

function OneTicket({ ticket, place, ...moment }: OneTicketProps): ReactElement {
  switch (ticket.state) {
    case 'waiting':
      return <WaitingPage ticket={ticket} place={place} {...moment} />;
    case 'called':
      // A call without its window (a configuration has taken it away): the number goes on, and staff know where to.
      if (ticket.call === null) return <WaitingPage ticket={ticket} place={null} {...moment} />;
      return <CalledPage key={ticket.call.callSeq} ticket={ticket} call={ticket.call} {...moment} />;
    case 'serving':
    case 'finished':
    case 'missed':
    case 'expired':
      return <OutcomePage ticket={ticket} state={ticket.state} {...moment} />;
  }
}

function noticeOf(hall: HallSnapshot): Notice {
  if (hall.connectRefusal === 'protocolMismatch') return 'outdated';
  const isStranger = hall.welcome !== null && hall.welcome.who.kind !== 'applicant';
  if (hall.connectRefusal === 'unauthorised' || isStranger) return 'invalid';
  return hall.link === 'lost' ? 'lost' : 'connecting';
}
