// The evaluation pads: which one is lit, and the keys of the one that was chosen.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Star, Unplug } from 'lucide-react';
import { BENCH_TEXTS as TEXTS } from '../texts.ts';
import type { BenchAction, BenchState } from '../wire.ts';
import { PadKeys } from './pad-keys.tsx';
import { PanelHead } from './panel-head.tsx';

type Pad = BenchState['pads'][number];

interface PadsPanelProps {
  readonly pads: readonly Pad[];
  readonly usualWindowId: string;
  readonly act: (action: BenchAction) => void;
}

export function PadsPanel({ pads, usualWindowId, act }: PadsPanelProps): ReactElement | null {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const at = (windowId: string | null) => pads.find((pad) => pad.windowId === windowId);
  // Until somebody chooses, the pad that asks for a rating is the one to look at.
  const shown = at(chosenId) ?? pads.find(({ isLit }) => isLit) ?? at(usualWindowId) ?? pads[0];
  if (shown === undefined) return null;
  const { windowId } = shown;
  return (
    <section className="panel">
      <PanelHead
        icon={Star}
        title={TEXTS.padOf(shown.label)}
        isPlugged={shown.isPlugged}
        onPlug={(isPlugged) => act({ type: 'plugPad', windowId, isPlugged })}
      />
      <PadKeys pad={shown} onPress={(key) => act({ type: 'pressPad', windowId, key })} />
      <h3 className="pads-title">
        {TEXTS.pads.zh} <span lang="en">{TEXTS.pads.en}</span>
      </h3>
      <ul className="pads">
        {pads.map((pad) => (
          <li key={pad.windowId}>
            <PadButton pad={pad} isShown={pad === shown} onChoose={() => setChosenId(pad.windowId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PadButtonProps {
  readonly pad: Pad;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function PadButton({ pad, isShown, onChoose }: PadButtonProps): ReactElement {
  return (
    <button type="button" className={pad.isLit ? 'pad pad-lit' : 'pad'} aria-pressed={isShown} onClick={onChoose}>
      <span className="number">{pad.label}</span>
      <PadState pad={pad} />
    </button>
  );
}

function PadState({ pad }: { readonly pad: Pad }): ReactElement | null {
  if (pad.isPlugged && !pad.isLit) return null;
  const Icon = pad.isPlugged ? Star : Unplug;
  return (
    <span className="pad-state">
      <Icon size="1em" aria-hidden />
      {pad.isPlugged ? TEXTS.waiting.zh : TEXTS.unplugged.zh}
    </span>
  );
}
