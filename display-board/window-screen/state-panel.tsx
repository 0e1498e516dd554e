// The right of the window screen: one state at a time, each with its word.
import { CircleDot, CloudOff, Pause, Minus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import { FitNumber } from '@jiaohao/look/fit-number';
import { AgainMark } from '../again-mark.tsx';
import { CallBorder } from '../call-border.tsx';
import { RemIcon } from '../rem-icon.tsx';
import { texts } from '../texts.ts';
import type { WindowScene } from '../window-model.ts';

interface StatePanelProps {
  readonly scene: WindowScene;
  readonly timeZone: string | null;
}

export function StatePanel({ scene, timeZone }: StatePanelProps): ReactElement | null {
  switch (scene.kind) {
    case 'starting':
      return null;
    case 'called':
      return (
        <section className="state-panel called">
          <Title words={texts.window.comeHere} />
          <Number text={scene.ticketNumber} />
          {scene.isAgain ? <AgainMark /> : null}
          <CallBorder fade={scene.fade} />
        </section>
      );
    case 'serving':
      return (
        <section className="state-panel serving">
          <Title words={texts.window.serving} />
          <Number text={scene.ticketNumber} />
        </section>
      );
    case 'free':
      return <Word className="free" icon={CircleDot} words={texts.window.free} />;
    case 'paused':
      return <Word className="whole" icon={Pause} words={texts.window.paused} />;
    case 'closed':
      return <Word className="whole" icon={Minus} words={texts.window.closed} />;
    case 'stale':
      return <Stale asOf={scene.asOf} timeZone={timeZone} />;
  }
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

function Title({ words }: { readonly words: Words }): ReactElement {
  return (
    <div className="state-title">
      <b>{words.zh}</b>
      <span lang="en">{words.en}</span>
    </div>
  );
}

function Number({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="state-number">
      <FitNumber text={text} maxPx={440} widthPx={1180} />
    </div>
  );
}

function Word(props: { readonly className: string; readonly icon: LucideIcon; readonly words: Words }): ReactElement {
  return (
    <section className={`state-panel quiet ${props.className}`}>
      <RemIcon of={props.icon} sizePx={200} className="arrow" />
      <div>
        <b>{props.words.zh}</b>
        <p lang="en">{props.words.en}</p>
      </div>
    </section>
  );
}

function Stale({ asOf, timeZone }: { readonly asOf: number | null; readonly timeZone: string | null }): ReactElement {
  const { title, todo } = texts.window.stale;
  const { lastUpdate, valid } = texts.stale;
  return (
    <section className="state-panel whole stale-notice">
      <RemIcon of={CloudOff} sizePx={160} />
      <h2>{title}</h2>
      <p>{todo.zh}</p>
      <p lang="en">{todo.en}</p>
      <p className="valid">{valid.zh}</p>
      <p lang="en">{valid.en}</p>
      {asOf === null || timeZone === null ? null : (
        <p className="last-update">
          {lastUpdate.zh} <span lang="en">{lastUpdate.en}</span>
          <time className="number">{hallClock(asOf, timeZone).time}</time>
        </p>
      )}
    </section>
  );
}
