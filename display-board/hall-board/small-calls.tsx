// Four calls in two columns: below the panel of a new call, and on a board that no longer knows better.
import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { BoardCall } from '../call-panel.ts';
import { RemIcon } from '../rem-icon.tsx';
import { WindowLabel } from './window-label.tsx';

interface SmallCallsProps {
  readonly calls: readonly BoardCall[];
  readonly sizePx: number;
  readonly className: string;
}

export function SmallCalls({ calls, sizePx, className }: SmallCallsProps): ReactElement {
  return (
    <div className={`small-calls ${className}`}>
      {calls.map((call) => (
        <div className="small-call" key={call.callSeq}>
          <span className="small-number">
            <FitNumber text={call.ticketNumber} maxPx={sizePx} widthPx={348} />
          </span>
          <span className="small-arrow">
            <RemIcon of={ArrowRight} sizePx={48} className="arrow" />
          </span>
          <WindowLabel label={call.windowLabel} maxPx={sizePx} widthPx={250} />
        </div>
      ))}
    </div>
  );
}
