// The ticket at the window: number, what for, who, and how long already.
import { MonitorCheck, MonitorX } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { nameIn } from '@jiaohao/look/language-pair';
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import type { HallSnapshot } from '../ui/hall-connection.ts';
import { consoleLanguage, TEXTS } from '../texts.ts';
import type { Applicant } from './hall-http.ts';
import { NoTicketCard } from './no-ticket-card.tsx';
import { ticketTimer } from './ticket-timer.ts';
import type { TicketTimer } from './ticket-timer.ts';
import { roundedMinutes, wholeMinutes } from './timers.ts';

type ClerkTicket = NonNullable<ClerkCalls['ticket']>;

interface TicketCardProps {
  readonly calls: ClerkCalls;
  readonly status: ClerkStatus;
  readonly applicant: Applicant | null;
  readonly receipt: HallSnapshot['receipt'];
  readonly now: number;
}

export function TicketCard({ calls, status, applicant, receipt, now }: TicketCardProps): ReactElement {
  const { ticket } = calls;
  if (ticket === null) return <NoTicketCard calls={calls} status={status} now={now} />;
  const timer = ticketTimer(ticket, now);
  return (
    <section className="ticket-card" aria-label={TEXTS.ticket.current}>
      <div className="ticket-number">
        <span className="caption">
          {TEXTS.ticket.current}
          {ticket.isPriority && <span className="tag">{TEXTS.ticket.priority}</span>}
        </span>
        <div className="ticket-number-box">
          <FitNumber text={ticket.ticketNumber} maxPx={118} />
        </div>
      </div>
      <dl className="ticket-facts">
        <Fact caption={TEXTS.ticket.service} text={serviceText(ticket)} />
        <Fact caption={TEXTS.ticket.applicant} text={applicantText(ticket, applicant)} />
        <Fact
          caption={TEXTS.ticket.waitAndCalls}
          text={TEXTS.ticket.waited(wholeMinutes(ticket.calledAt - ticket.issuedAt), ticket.callCount)}
        />
      </dl>
      <div className="ticket-timer">
        <span className="caption">{timer.kind === 'serving' ? TEXTS.ticket.serving : TEXTS.ticket.sinceCall}</span>
        <span className="number ticket-timer-text">{timer.text}</span>
        {timer.share === null ? (
          <SeenLine ticket={ticket} receipt={receipt} />
        ) : (
          <NominalBar timer={timer} share={timer.share} nominalServingMs={ticket.nominalServingMs} />
        )}
      </div>
    </section>
  );
}

function Fact({ caption, text }: { readonly caption: string; readonly text: string }): ReactElement {
  return (
    <div className="ticket-fact">
      <dt>{caption}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function NominalBar(props: {
  readonly timer: TicketTimer;
  readonly share: number;
  readonly nominalServingMs: number;
}): ReactElement {
  const minutes = roundedMinutes(props.nominalServingMs);
  const { isOver } = props.timer;
  return (
    <>
      <span className={isOver ? 'bar bar-over' : 'bar'}>
        <span style={{ width: `${(props.share * 100).toFixed(1)}%` }} />
      </span>
      <span className={isOver ? 'caption over' : 'caption'}>
        {isOver ? TEXTS.ticket.overNominal(minutes) : TEXTS.ticket.nominal(minutes)}
      </span>
    </>
  );
}

function SeenLine({
  ticket,
  receipt,
}: {
  readonly ticket: ClerkTicket;
  readonly receipt: HallSnapshot['receipt'];
}): ReactElement {
  const displays = receipt?.callSeq === ticket.callSeq ? receipt.displays : 0;
  const isSeen = displays > 0 || ticket.isSeen;
  return (
    <span className={isSeen ? 'seen seen-yes' : 'seen'} role="status">
      {isSeen ? <MonitorCheck size={20} aria-hidden /> : <MonitorX size={20} aria-hidden />}
      {displays > 0 ? TEXTS.ticket.seenOn(displays) : isSeen ? TEXTS.ticket.seen : TEXTS.ticket.notSeen}
    </span>
  );
}

function serviceText({ queueName, serviceItemName }: ClerkTicket): string {
  // An item that is its whole queue has its name: once is enough.
  const queue = nameIn(consoleLanguage, queueName);
  const item = serviceItemName === null ? queue : nameIn(consoleLanguage, serviceItemName);
  return item === queue ? queue : `${queue} · ${item}`;
}

function applicantText(ticket: ClerkTicket, applicant: Applicant | null): string {
  if (!ticket.hasIdCard || applicant?.kind === 'unnamed') return TEXTS.ticket.withoutCard;
  if (applicant === null) return TEXTS.ticket.withCard;
  return applicant.kind === 'named' ? `${applicant.maskedName}（${TEXTS.ticket.withCard}）` : TEXTS.ticket.nameUnknown;
}
