// One missed ticket with the control that puts it back in line.
import type { ReactElement } from 'react';
import { dropPointerFocus } from '../ui/action-button.tsx';
import { TEXTS } from '../texts.ts';
import { QueueName } from './queue-name.tsx';
import { rowLayout } from './row-layout.ts';
import { wholeMinutes } from './timers.ts';
import type { MissedTicket } from './use-console.ts';

interface MissedRowProps {
  readonly ticket: MissedTicket;
  readonly now: number;
  readonly isSelected: boolean;
  readonly isDisabled: boolean;
  readonly onRequeue: () => void;
}

export function MissedRow({ ticket, now, isSelected, isDisabled, onRequeue }: MissedRowProps): ReactElement {
  return (
    <li className={`missed-row row-${rowLayout(ticket.queueName)}${isSelected ? ' missed-selected' : ''}`}>
      <span className="missed-number">
        <span className="number row-number">{ticket.ticketNumber}</span>
        <span className="row-minutes">{TEXTS.column.missedAgo(wholeMinutes(now - ticket.missedAt))}</span>
      </span>
      <QueueName name={ticket.queueName} />
      <button
        type="button"
        className="small-button"
        data-selected={isSelected}
        aria-disabled={isDisabled}
        aria-label={`${TEXTS.column.requeue} ${ticket.ticketNumber}`}
        onClick={(event) => {
          dropPointerFocus(event);
          if (!isDisabled) onRequeue();
        }}
      >
        {TEXTS.column.requeue}
      </button>
    </li>
  );
}
