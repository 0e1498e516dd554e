// The small word in the corner while a display misses the hall's heartbeat and may still be right.
import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { RemIcon } from './rem-icon.tsx';
import { texts } from './texts.ts';

export function InterruptedMark(): ReactElement {
  return (
    <span className="interrupted">
      <RemIcon of={CloudOff} sizePx={44} />
      {texts.interrupted.first}
    </span>
  );
}
