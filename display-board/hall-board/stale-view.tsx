// A board that has lost the hall says so, since when, and where to look instead. Nothing here is amber.
import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import type { Scene } from '../board-model.ts';
import { RemIcon } from '../rem-icon.tsx';
import { texts } from '../texts.ts';
import { SmallCalls } from './small-calls.tsx';

interface StaleViewProps {
  readonly scene: Extract<Scene, { kind: 'stale' }>;
  /** Null while the board has never heard of its hall. */
  readonly timeZone: string | null;
}

export function StaleView({ scene, timeZone }: StaleViewProps): ReactElement {
  const time = scene.asOf === null || timeZone === null ? null : hallClock(scene.asOf, timeZone).time;
  return (
    <>
      <section className="stale-notice stale-board">
        <RemIcon of={CloudOff} sizePx={122} />
        <div className="stale-words">
          <h2>{texts.stale.title}</h2>
          <p>{texts.stale.todo.zh}</p>
          <p lang="en">{texts.stale.todo.en}</p>
        </div>
        {time === null ? null : <LastUpdate time={time} />}
      </section>
      {time === null || scene.calls.length === 0 ? null : (
        <>
          <p className="as-of">
            {texts.stale.asOf(time).zh}
            <span lang="en">{texts.stale.asOf(time).en}</span>
          </p>
          <SmallCalls calls={scene.calls} sizePx={96} className="old-calls" />
        </>
      )}
    </>
  );
}

function LastUpdate({ time }: { readonly time: string }): ReactElement {
  return (
    <div className="last-update">
      <p>{texts.stale.lastUpdate.zh}</p>
      <p lang="en">{texts.stale.lastUpdate.en}</p>
      <time className="number">{time}</time>
    </div>
  );
}
