// The left of the bar: the number at the window, large; its state and time; whether all of this may be believed. Here the bar is dragged.
import { CircleDot, Coffee, DoorOpen, Lock, Megaphone, Star, Wifi, WifiOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { WindowPhase } from '@jiaohao/contracts/views';
import type { CallerWork } from '../wire/caller.ts';
import { useBar, useHallSeconds } from './bar-context.ts';
import { runningTime } from './running-time.ts';

const PHASE_ICONS = {
  closed: Lock,
  free: DoorOpen,
  called: Megaphone,
  serving: CircleDot,
  paused: Coffee,
} as const satisfies Record<WindowPhase, LucideIcon>;

export function TicketPart(): ReactElement {
  const { update, texts } = useBar();
  const { work } = update;
  return (
    <section className="ticket-part drag" aria-label={texts.title}>
      <p className="ticket-top">
        <LinkMark />
        {work !== null && <span className="ticket-waiting">{texts.waiting(work.waiting)}</span>}
      </p>
      {work !== null && <NumberLine work={work} />}
      {work !== null && <StateLine work={work} />}
    </section>
  );
}

export function LinkMark(): ReactElement {
  const { update, texts } = useBar();
  const isUp = update.link === 'up';
  const Icon = isUp ? Wifi : WifiOff;
  return (
    <span className={isUp ? 'mark mark-ok' : 'mark mark-warn'} role="status">
      <Icon size={18} aria-hidden />
      {texts.link[update.link]}
    </span>
  );
}

function NumberLine({ work }: { readonly work: CallerWork }): ReactElement {
  const { update, texts } = useBar();
  const now = useHallSeconds(update.clockOffsetMs);
  const { ticket } = work;
  const since = ticket === null ? work.pausedSinceAt : (ticket.startedAt ?? ticket.calledAt);
  const word = work.phase === 'paused' ? texts.noTicket.paused : texts.noTicket.free;
  return (
    <p className="ticket-line">
      <span className="ticket-number">
        {ticket === null ? <b className="ticket-none">{word}</b> : <FitNumber text={ticket.ticketNumber} maxPx={38} />}
      </span>
      {since !== null && <span className="number ticket-time">{runningTime(now - since)}</span>}
    </p>
  );
}

function StateLine({ work }: { readonly work: CallerWork }): ReactElement {
  const { texts } = useBar();
  const Icon = PHASE_ICONS[work.phase];
  const { evaluation } = work;
  return (
    <p className="ticket-state">
      <span className={`mark phase-${work.phase}`}>
        <Icon size={18} aria-hidden />
        {texts.phase[work.phase]}
      </span>
      {evaluation !== null && (
        <span className="mark ticket-evaluation" role="status">
          <Star size={16} aria-hidden />
          <span className="unseen">{evaluation.ticketNumber}</span>
          {texts.evaluation[evaluation.state]}
        </span>
      )}
    </p>
  );
}
