// The head of a device's panel: what it is, whether its plug is in, and the plug itself.
import type { ReactElement } from 'react';
import { Check, Unplug, type LucideIcon } from 'lucide-react';
import { BENCH_TEXTS as TEXTS, type Words } from '../texts.ts';
import { Both } from './both.tsx';

interface PanelHeadProps {
  readonly icon: LucideIcon;
  readonly title: Words;
  readonly isPlugged: boolean;
  readonly onPlug: (isPlugged: boolean) => void;
}

export function PanelHead({ icon: Icon, title, isPlugged, onPlug }: PanelHeadProps): ReactElement {
  const StateIcon = isPlugged ? Check : Unplug;
  return (
    <header className="panel-head">
      <Icon size="1.75rem" aria-hidden />
      <h2>
        {title.zh}
        <span lang="en">{title.en}</span>
      </h2>
      <p className={isPlugged ? 'state state-ok' : 'state state-warn'}>
        <StateIcon size="1.2em" aria-hidden />
        {isPlugged ? TEXTS.plugged.zh : TEXTS.unplugged.zh}
      </p>
      <button type="button" className="button" onClick={() => onPlug(!isPlugged)}>
        <Both words={isPlugged ? TEXTS.unplug : TEXTS.replug} />
      </button>
    </header>
  );
}
