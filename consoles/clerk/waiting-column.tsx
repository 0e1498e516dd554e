// Who waits for this window, in the order in which they will be called; at the foot those who missed their call.
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import { nameIn } from '@jiaohao/look/language-pair';
import { consoleLanguage, TEXTS } from '../texts.ts';
import type { ActionReasons } from './actions.ts';
import { MissedList } from './missed-list.tsx';
import { QueueName } from './queue-name.tsx';
import { rowLayout } from './row-layout.ts';
import { wholeMinutes } from './timers.ts';
import { useRowsThatFit } from './use-rows-that-fit.ts';
import type { ConsoleControls } from './use-console.ts';
import { waitingRows } from './waiting-rows.ts';

/** Height of a row and of the line 还有 n 人 below the rows; the same in column.css. */
const ROW_PX = 58;
const MORE_PX = 46;
/** Queues named one by one; a window with more of them shows the longest. */
const QUEUES_NAMED = 3;

interface WaitingColumnProps {
  readonly calls: ClerkCalls;
  readonly status: ClerkStatus;
  readonly now: number;
  readonly reasons: ActionReasons;
  readonly controls: ConsoleControls;
}

export function WaitingColumn({ calls, status, now, reasons, controls }: WaitingColumnProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const rowsThatFit = useRowsThatFit(list, ROW_PX, MORE_PX);
  const { rows, more } = waitingRows(calls, status, rowsThatFit);
  return (
    <aside className="column" aria-label={TEXTS.column.waiting}>
      <header className="column-head">
        <h2>
          {TEXTS.column.waiting} <span className="number">{status.waiting}</span> {TEXTS.column.people}
        </h2>
        {status.longestWaitingSinceAt !== null && (
          <span>{TEXTS.column.longest(wholeMinutes(now - status.longestWaitingSinceAt))}</span>
        )}
      </header>
      {status.queues.length > 1 && controls.panel !== 'missedList' && <QueueCounts queues={status.queues} />}
      <div className="column-list" ref={list}>
        <ol>
          {rows.map((row) => (
            <li
              key={row.ticketId}
              className={`waiting-row row-${rowLayout(row.queueName)}${row.isNext ? ' waiting-next' : ''}`}
            >
              {row.isNext && <span className="unseen">{TEXTS.column.next}</span>}
              <span className="number row-number">{row.ticketNumber}</span>
              <QueueName name={row.queueName} />
              <span className="row-end">
                {row.isPriority && <span className="tag">{TEXTS.ticket.priority}</span>}
                <span className="row-minutes">{TEXTS.minutes(wholeMinutes(now - row.issuedAt))}</span>
              </span>
            </li>
          ))}
        </ol>
        {more > 0 && <p className="column-more">{TEXTS.column.more(more)}</p>}
        {status.waiting === 0 && <p className="column-more">{TEXTS.ticket.freeEmpty}</p>}
      </div>
      <MissedList missed={calls.missed} now={now} reason={reasons.missedList} controls={controls} />
    </aside>
  );
}

function QueueCounts({ queues }: { readonly queues: ClerkStatus['queues'] }): ReactElement {
  const longest = [...queues].sort((a, b) => b.waiting - a.waiting);
  const others = longest.slice(QUEUES_NAMED);
  return (
    <ul className="queue-counts">
      {longest.slice(0, QUEUES_NAMED).map((queue) => (
        <li key={queue.queueId}>
          <span>{nameIn(consoleLanguage, queue.name)}</span>
          <span className="number">{queue.waiting}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <span>{TEXTS.column.otherQueues(others.length)}</span>
          <span className="number">{others.reduce((sum, queue) => sum + queue.waiting, 0)}</span>
        </li>
      )}
    </ul>
  );
}
