// What has become of the ticket: at the window, finished, missed, or left over when the day closed; and what to do.
import type { ReactElement } from 'react';
import { CircleCheck, CircleDot, Clock, UserX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { TicketView } from '@jiaohao/contracts/views';
import type { Freshness } from './freshness.ts';
import { NumberCard } from './number-card.tsx';
import { Row } from './row.tsx';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';

type Outcome = Extract<TicketView['state'], 'serving' | 'finished' | 'missed' | 'expired'>;

const ICONS: Readonly<Record<Outcome, LucideIcon>> = {
  serving: CircleDot,
  finished: CircleCheck,
  missed: UserX,
  expired: Clock,
};

interface OutcomePageProps {
  readonly ticket: TicketView;
  readonly state: Outcome;
  readonly freshness: Freshness;
  readonly now: number;
}

export function OutcomePage({ ticket, state, freshness, now }: OutcomePageProps): ReactElement {
  return (
    <div className={freshness.kind === 'stale' ? 'stage outcome old' : 'stage outcome'}>
      <TopBar ticket={ticket} freshness={freshness} says="updated" now={now} />
      <main>
        <NumberCard ticket={ticket} />
        <div role="status" className={`outcome-words ${state}`}>
          <Row icon={ICONS[state]} text={TEXTS.outcomes[state]} />
          <OutcomeHint ticket={ticket} state={state} />
        </div>
      </main>
      <footer className="foot">{TEXTS.noNeed.first}</footer>
    </div>
  );
}

function OutcomeHint({ ticket, state }: Pick<OutcomePageProps, 'ticket' | 'state'>): ReactElement | null {
  const { servingHint, finishedHint, missedHint, expiredHint } = TEXTS.outcomes;
  if (state === 'serving') {
    return ticket.call === null ? null : <Hint of={servingHint(ticket.call.windowLabel)} />;
  }
  return <Hint of={{ finished: finishedHint, missed: missedHint, expired: expiredHint }[state]} />;
}

function Hint({ of }: { readonly of: { readonly first: string; readonly second: string } }): ReactElement {
  return (
    <p className="outcome-hint">
      {of.first} <Second of={of} />
    </p>
  );
}
