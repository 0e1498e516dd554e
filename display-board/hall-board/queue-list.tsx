// The right of the normal board: who waits for what, and about how long.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { nameIn } from '@jiaohao/look/language-pair';
import { NAME_PX, NAME_SIZES, rowsFor, waitText } from '../queue-pages.ts';
import type { BoardQueue } from '../queue-pages.ts';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { fittedStyle } from '../text-fit.ts';
import { firstLanguage, texts } from '../texts.ts';

const TWO_LANGUAGES = [
  { sizePx: 34, lines: 1 },
  { sizePx: 32, lines: 2 },
] as const;

interface QueueListProps {
  readonly queues: readonly BoardQueue[];
  readonly shape: ScreenShape;
}

export function QueueList({ queues, shape }: QueueListProps): ReactElement {
  const headPx = NAME_PX[shape];
  const both = `${texts.business.first} ${texts.business.second}`;
  return (
    <section className="queue-list">
      <div className="queue-head">
        <span className="queue-name" style={fittedStyle(both, headPx, TWO_LANGUAGES)}>
          {texts.business.first} <Second of={texts.business} />
        </span>
        <span className="queue-count">{texts.waiting.first}</span>
        <span className="queue-wait">{texts.estimate.first}</span>
      </div>
      {queues.map((queue) => (
        <QueueRow key={queue.queueId} queue={queue} shape={shape} />
      ))}
    </section>
  );
}

function QueueRow({ queue, shape }: { readonly queue: BoardQueue; readonly shape: ScreenShape }): ReactElement {
  const name = nameIn(firstLanguage, queue.name);
  return (
    <div className={`queue-row queue-rows-${rowsFor(queue, shape)}`}>
      <span className="queue-name" style={fittedStyle(name, NAME_PX[shape], NAME_SIZES)}>
        {name}
      </span>
      <span className="queue-count">
        <FitNumber text={String(queue.waiting)} maxPx={72} widthPx={130} />
      </span>
      <span className="queue-wait">{waitText(queue.estimatedWaitMs)}</span>
    </div>
  );
}
