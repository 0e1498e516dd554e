// The last tickets, newest first, one at a time, drawn from the bytes that the printer got.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ArrowLeft, ArrowRight, Ticket } from 'lucide-react';
import { BENCH_TEXTS as TEXTS } from '../texts.ts';
import type { BenchState } from '../wire.ts';
import { Both } from './both.tsx';
import { ScreenLink } from './screen-link.tsx';

export function TicketRoll({ tickets }: { readonly tickets: BenchState['tickets'] }): ReactElement {
  const newest = tickets[0]?.ticketNo ?? 0;
  const [looked, setLooked] = useState({ newest, place: 0 });
  // A new ticket is what one wants to see.
  const place = looked.newest === newest ? Math.min(looked.place, Math.max(tickets.length - 1, 0)) : 0;
  const ticket = tickets[place];
  if (ticket === undefined) {
    return (
      <div className="roll roll-empty">
        <Ticket size="3rem" aria-hidden />
        <b>
          <Both words={TEXTS.noTicket} />
        </b>
        <p className="quiet">
          <Both words={TEXTS.noTicketNote} />
        </p>
      </div>
    );
  }
  const look = (next: number) => () => setLooked({ newest, place: next });
  const { zh, en } = TEXTS.ticketPicture;
  return (
    <div className="roll">
      <div className="roll-paper">
        <img src={`/tickets/${ticket.ticketNo}.svg`} alt={`${zh} ${en}`} />
      </div>
      <ScreenLink url={ticket.phoneLink} words={TEXTS.phonePage} />
      <p className="roll-foot">
        <button type="button" className="button" onClick={look(place - 1)} disabled={place === 0}>
          <ArrowLeft size="1.2em" aria-hidden />
          {TEXTS.newer.zh}
        </button>
        <Both words={TEXTS.ticketOf(place, tickets.length)} />
        <button type="button" className="button" onClick={look(place + 1)} disabled={place === tickets.length - 1}>
          {TEXTS.older.zh}
          <ArrowRight size="1.2em" aria-hidden />
        </button>
      </p>
    </div>
  );
}
