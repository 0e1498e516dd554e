// The right of the normal board: who waits for what, and about how long.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { waitText } from '../queue-pages.ts';
import type { BoardQueue } from '../queue-pages.ts';
import { textSizeFor } from '../text-fit.ts';
import { texts } from '../texts.ts';

const NAME_WIDTH_PX = 284;
const NAME_SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 38, lines: 2 },
  { sizePx: 32, lines: 3 },
] as const;

export function QueueList({ queues }: { readonly queues: readonly BoardQueue[] }): ReactElement {
  return (
    <section className="queue-list">
      <div className="queue-head">
        <span className="queue-name">
          {texts.business.zh} <span lang="en">{texts.business.en}</span>
        </span>
        <span className="queue-count">{texts.waiting}</span>
        <span className="queue-wait">{texts.estimate}</span>
      </div>
      {queues.map((queue) => (
        <QueueRow key={queue.queueId} queue={queue} />
      ))}
    </section>
  );
}

function QueueRow({ queue }: { readonly queue: BoardQueue }): ReactElement {
  const { sizePx } = textSizeFor(queue.name.zh, NAME_WIDTH_PX, NAME_SIZES);
  return (
    <div className="queue-row">
      <span className="queue-name" style={{ fontSize: `${sizePx / 100}rem` }}>
        {queue.name.zh}
      </span>
      <span className="queue-count">
        <FitNumber text={String(queue.waiting)} maxPx={72} widthPx={140} />
      </span>
      <span className="queue-wait">{waitText(queue.estimatedWaitMs)}</span>
    </div>
  );
}
