// 过号列表: who missed the call and came back. The keyboard enters it by its key and goes through it by arrows and Enter.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { ACTION_TEXTS, TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import { MissedRow } from './missed-row.tsx';
import type { ConsoleControls } from './use-console.ts';
import { pageAround } from './waiting-rows.ts';

const ROWS_CLOSED = 1;
const ROWS_OPEN = 5;

interface MissedListProps {
  readonly missed: ClerkCalls['missed'];
  readonly now: number;
  readonly reason: Words | null;
  readonly controls: ConsoleControls;
}

function blurWithin(list: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && list?.contains(activeElement) === true) activeElement.blur();
}

export function MissedList({ missed, now, reason, controls }: MissedListProps): ReactElement | null {
  const isOpen = controls.panel === 'missedList';
  const [wanted, setWanted] = useState(0);
  const selected = isOpen ? Math.max(0, Math.min(wanted, missed.length - 1)) : 0;
  const rows = useRef<HTMLOListElement>(null);
  const wasOpen = useRef(false);
  const page = pageAround(missed.length, isOpen ? ROWS_OPEN : ROWS_CLOSED, selected);
  useEffect(() => {
    // The keyboard has left the list: a later Enter must not press what it had reached there.
    if (wasOpen.current && !isOpen) blurWithin(rows.current);
    wasOpen.current = isOpen;
    if (isOpen) rows.current?.querySelector<HTMLButtonElement>('button[data-selected="true"]')?.focus();
  }, [isOpen, selected, missed.length]);

  if (missed.length === 0) return null;
  const move = (event: KeyboardEvent): void => {
    if (!isOpen || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    setWanted(Math.max(0, Math.min(missed.length - 1, selected + (event.key === 'ArrowDown' ? 1 : -1))));
  };
  const hidden = missed.length - (page.to - page.from);
  return (
    <section className={isOpen ? 'missed missed-open' : 'missed'} aria-label={ACTION_TEXTS.missedList} onKeyDown={move}>
      <header className="missed-head">
        <h2>
          {TEXTS.column.missed} <span className="number">{missed.length}</span>
        </h2>
        {hidden > 0 && <span>{TEXTS.column.moreMissed(hidden)}</span>}
      </header>
      <ol ref={rows}>
        {missed.slice(page.from, page.to).map((ticket, index) => (
          <MissedRow
            key={ticket.ticketId}
            ticket={ticket}
            now={now}
            isSelected={isOpen && page.from + index === selected}
            isDisabled={reason !== null}
            onRequeue={() => controls.requeue(ticket)}
          />
        ))}
      </ol>
      {isOpen && <p className="missed-keys">{TEXTS.column.listKeys}</p>}
    </section>
  );
}
