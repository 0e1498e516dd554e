// A board that has lost the hall says so, since when, and where to look instead. Nothing here is amber.
import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import type { Scene } from '../board-model.ts';
import { RemIcon } from '../rem-icon.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { fittedStyle, widthEm } from '../text-fit.ts';
import { texts } from '../texts.ts';
import { SmallCalls } from './small-calls.tsx';

/** px of the drawing: the words beside the icon and the time, and the line that says how old the calls below are. */
const WORDS_PX = { landscape: 1_230, portrait: 860 };
const AS_OF_PX = { landscape: 1_800, portrait: 960 };
const AS_OF_FIRST_PX = 44;
const TITLE_SIZES = [
  { sizePx: 112, lines: 1 },
  { sizePx: 88, lines: 1 },
  { sizePx: 72, lines: 2 },
] as const;
const TODO_SIZES = [
  { sizePx: 56, lines: 1 },
  { sizePx: 44, lines: 1 },
  { sizePx: 44, lines: 2 },
] as const;
const SECOND_SIZES = [
  { sizePx: 36, lines: 1 },
  { sizePx: 32, lines: 2 },
  { sizePx: 32, lines: 3 },
] as const;

interface StaleViewProps {
  readonly scene: Extract<Scene, { kind: 'stale' }>;
  /** Null while the board has never heard of its hall. */
  readonly timeZone: string | null;
  readonly shape: ScreenShape;
}

export function StaleView({ scene, timeZone, shape }: StaleViewProps): ReactElement {
  const time = scene.asOf === null || timeZone === null ? null : hallClock(scene.asOf, timeZone).time;
  const widthPx = WORDS_PX[shape];
  return (
    <>
      <section className="stale-notice stale-board">
        <RemIcon of={CloudOff} sizePx={122} />
        <div className="stale-words">
          <h2 style={fittedStyle(texts.stale.title.first, widthPx, TITLE_SIZES)}>{texts.stale.title.first}</h2>
          <p style={fittedStyle(texts.stale.todo.first, widthPx, TODO_SIZES)}>{texts.stale.todo.first}</p>
          <Second of={texts.stale.todo} as="p" fit={{ widthPx, sizes: SECOND_SIZES }} />
        </div>
        {time === null ? null : <LastUpdate time={time} />}
      </section>
      {time === null || scene.calls.length === 0 ? null : (
        <>
          <AsOf time={time} shape={shape} />
          <SmallCalls calls={scene.calls} sizePx={96} className="old-calls" />
        </>
      )}
    </>
  );
}

function AsOf({ time, shape }: { readonly time: string; readonly shape: ScreenShape }): ReactElement {
  const words = texts.stale.asOf(time);
  const firstPx = shape === 'portrait' ? 0 : widthEm(words.first) * AS_OF_FIRST_PX;
  return (
    <p className="as-of">
      <span>{words.first}</span>
      <Second
        of={words}
        fit={{
          widthPx: AS_OF_PX[shape] - firstPx,
          sizes: [
            { sizePx: 32, lines: 1 },
            { sizePx: 32, lines: 2 },
          ],
        }}
      />
    </p>
  );
}

function LastUpdate({ time }: { readonly time: string }): ReactElement {
  return (
    <div className="last-update">
      <p>{texts.stale.lastUpdate.first}</p>
      <Second of={texts.stale.lastUpdate} as="p" />
      <time className="number">{time}</time>
    </div>
  );
}
