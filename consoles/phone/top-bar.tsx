// The bar above every page of a ticket: whose hall, and how far what stands below may be believed.
import type { ReactElement } from 'react';
import { CloudOff, RefreshCw } from 'lucide-react';
import type { TicketView } from '@jiaohao/contracts/views';
import { hallClock } from '@jiaohao/look/clock';
import type { Freshness } from './freshness.ts';
import { TEXTS } from './texts.ts';
import { nameOf } from './words.ts';

interface TopBarProps {
  readonly ticket: TicketView;
  readonly freshness: Freshness;
  /** What stands at the right while all is well; else the time of day. */
  readonly says?: 'updated';
  readonly now: number;
}

export function TopBar({ ticket, freshness, says, now }: TopBarProps): ReactElement {
  return (
    <header className="top-bar">
      <span className="hall-name">{nameOf(ticket.hallName).first}</span>
      <span className={freshness.kind === 'stale' ? 'stamp stale' : 'stamp'} role="status">
        {freshness.kind === 'stale' ? (
          <>
            <CloudOff aria-hidden className="icon" />
            {TEXTS.reconnecting.first}
            {' · '}
            {TEXTS.asOf(hallClock(freshness.at, ticket.timeZone).time).first}
          </>
        ) : says === 'updated' ? (
          <>
            <RefreshCw aria-hidden className="icon" />
            {TEXTS.updated.first}
          </>
        ) : (
          hallClock(now, ticket.timeZone).time
        )}
      </span>
    </header>
  );
}
