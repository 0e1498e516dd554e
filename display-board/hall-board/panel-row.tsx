// One call in the panel: number, arrow, window, all of one size.
import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { AgainMark } from '../again-mark.tsx';
import type { BoardCall } from '../call-panel.ts';
import { RemIcon } from '../rem-icon.tsx';
import type { PanelSizes } from './panel-sizes.ts';

/** Width that the mark 再次呼叫 beside the number takes from it on a wide screen. */
const MARK_PX = 100;

interface PanelRowProps {
  readonly call: BoardCall;
  readonly sizes: PanelSizes;
  readonly isMarked: boolean;
}

export function PanelRow({ call, sizes, isMarked }: PanelRowProps): ReactElement {
  const { numberPx, windowWidthPx, arrowPx, isStacked } = sizes;
  const numberWidthPx = isMarked ? sizes.numberWidthPx - MARK_PX : sizes.numberWidthPx;
  return (
    <div className="panel-row">
      <span className="panel-number">
        <FitNumber text={call.ticketNumber} maxPx={numberPx} widthPx={numberWidthPx} />
        {isMarked ? <AgainMark /> : null}
      </span>
      {isStacked ? null : (
        <>
          <span className="panel-arrow">
            <RemIcon of={ArrowRight} sizePx={arrowPx} />
          </span>
          <span className="panel-window">
            <FitNumber text={call.windowLabel} maxPx={numberPx} widthPx={windowWidthPx} />
          </span>
        </>
      )}
    </div>
  );
}
