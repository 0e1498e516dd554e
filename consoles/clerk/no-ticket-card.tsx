// The card's place while no ticket is at the window: free, nobody waiting, or paused and since when.
import { Coffee, DoorOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import { PAUSE_REASON_TEXTS, PHASE_TEXTS, TEXTS } from '../texts.ts';
import { isPaused } from './actions.ts';
import { runningTime } from './timers.ts';

interface NoTicketCardProps {
  readonly calls: ClerkCalls;
  readonly status: ClerkStatus;
  readonly now: number;
}

export function NoTicketCard({ calls, status, now }: NoTicketCardProps): ReactElement {
  const paused = isPaused(calls);
  const since = status.today.pausedSinceAt;
  const Icon = paused ? Coffee : DoorOpen;
  return (
    <section className="ticket-card" aria-label={TEXTS.ticket.current}>
      <div className="ticket-number">
        <span className="caption">{TEXTS.ticket.current}</span>
        <span className="ticket-none">{TEXTS.ticket.none}</span>
      </div>
      <p className="ticket-free">
        <Icon size={44} aria-hidden />
        {paused ? pausedText(calls.pauseReason) : calls.next === null ? TEXTS.ticket.freeEmpty : TEXTS.ticket.free}
      </p>
      {paused && since !== null && (
        <div className="ticket-timer">
          <span className="caption">{TEXTS.ticket.pausedFor}</span>
          <span className="number ticket-timer-text">{runningTime(now - since)}</span>
        </div>
      )}
    </section>
  );
}

export function pausedText(reason: string | null): string {
  const words = Object.entries(PAUSE_REASON_TEXTS).find(([code]) => code === reason)?.[1];
  return words === undefined ? PHASE_TEXTS.paused : TEXTS.ticket.paused(words);
}
