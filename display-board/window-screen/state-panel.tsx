// The right of the window screen: one state at a time, each with its word.
import { CircleDot, CloudOff, Minus, Pause } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { Pair } from '@jiaohao/look/language-pair';
import { AgainMark } from '../again-mark.tsx';
import { CallBorder } from '../call-border.tsx';
import { RemIcon } from '../rem-icon.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { fittedStyle, widthEm } from '../text-fit.ts';
import { texts } from '../texts.ts';
import type { WindowScene } from '../window-model.ts';

/** px of the drawing: inner width of the panel; width of the number; size of the word of a state without a number. */
const SIZES = {
  landscape: { panelPx: 1_166, numberPx: 1_180, wordPx: 960, stalePx: 1_120 },
  portrait: { panelPx: 876, numberPx: 880, wordPx: 860, stalePx: 820 },
} as const;
const TITLE_PX = 92;

interface StatePanelProps {
  readonly scene: WindowScene;
  readonly timeZone: string | null;
  readonly shape: ScreenShape;
}

export function StatePanel({ scene, timeZone, shape }: StatePanelProps): ReactElement | null {
  switch (scene.kind) {
    case 'starting':
      return null;
    case 'called':
      return (
        <section className="state-panel called">
          <Title words={texts.window.comeHere} shape={shape} />
          <Number text={scene.ticketNumber} shape={shape} />
          {scene.isAgain ? <AgainMark /> : null}
          <CallBorder fade={scene.fade} />
        </section>
      );
    case 'serving':
      return (
        <section className="state-panel serving">
          <Title words={texts.window.serving} shape={shape} />
          <Number text={scene.ticketNumber} shape={shape} />
        </section>
      );
    case 'free':
      return <Word className="free" icon={CircleDot} words={texts.window.free} shape={shape} />;
    case 'paused':
      return <Word className="whole" icon={Pause} words={texts.window.paused} shape={shape} />;
    case 'closed':
      return <Word className="whole" icon={Minus} words={texts.window.closed} shape={shape} />;
    case 'stale':
      return <Stale asOf={scene.asOf} timeZone={timeZone} shape={shape} />;
  }
}

/** Beside the words in the first language where the screen is wide, else below them. */
function Title({ words, shape }: { readonly words: Pair; readonly shape: ScreenShape }): ReactElement {
  const { panelPx } = SIZES[shape];
  const widthPx = shape === 'portrait' ? panelPx : panelPx - widthEm(words.first) * TITLE_PX - 38;
  return (
    <div className="state-title">
      <b>{words.first}</b>
      <Second
        of={words}
        fit={{
          widthPx,
          sizes: [
            { sizePx: 52, lines: 1 },
            { sizePx: 46, lines: 1 },
            { sizePx: 36, lines: 2 },
          ],
        }}
      />
    </div>
  );
}

function Number({ text, shape }: { readonly text: string; readonly shape: ScreenShape }): ReactElement {
  return (
    <div className="state-number">
      <FitNumber text={text} maxPx={440} widthPx={SIZES[shape].numberPx} />
    </div>
  );
}

interface WordProps {
  readonly className: string;
  readonly icon: LucideIcon;
  readonly words: Pair;
  readonly shape: ScreenShape;
}

function Word({ className, icon, words, shape }: WordProps): ReactElement {
  return (
    <section className={`state-panel quiet ${className}`}>
      <RemIcon of={icon} sizePx={200} className="arrow" />
      <div>
        <b>{words.first}</b>
        <Second
          of={words}
          as="p"
          fit={{
            widthPx: SIZES[shape].wordPx,
            sizes: [
              { sizePx: 70, lines: 1 },
              { sizePx: 56, lines: 2 },
            ],
          }}
        />
      </div>
    </section>
  );
}

const STALE_TITLE_SIZES = [
  { sizePx: 112, lines: 1 },
  { sizePx: 96, lines: 1 },
  { sizePx: 80, lines: 2 },
] as const;

interface StaleProps {
  readonly asOf: number | null;
  readonly timeZone: string | null;
  readonly shape: ScreenShape;
}

function Stale({ asOf, timeZone, shape }: StaleProps): ReactElement {
  const { staleTitle, staleTodo } = texts.window;
  const { lastUpdate, valid } = texts.stale;
  return (
    <section className="state-panel whole stale-notice">
      <RemIcon of={CloudOff} sizePx={160} />
      <h2 style={fittedStyle(staleTitle.first, SIZES[shape].stalePx, STALE_TITLE_SIZES)}>{staleTitle.first}</h2>
      <p>{staleTodo.first}</p>
      <Second of={staleTodo} as="p" />
      <p className="valid">{valid.first}</p>
      <Second of={valid} as="p" />
      {asOf === null || timeZone === null ? null : (
        <p className="last-update">
          {lastUpdate.first} <Second of={lastUpdate} />
          <time className="number">{hallClock(asOf, timeZone).time}</time>
        </p>
      )}
    </section>
  );
}
