// A window's number with its word: 12 号窗口.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { texts } from '../texts.ts';

interface WindowLabelProps {
  readonly label: string;
  readonly maxPx: number;
  readonly widthPx: number;
}

export function WindowLabel({ label, maxPx, widthPx }: WindowLabelProps): ReactElement {
  return (
    <span className="window-label">
      <FitNumber text={label} maxPx={maxPx} widthPx={widthPx} />
      <span className="window-suffix">{texts.windowSuffix.first}</span>
    </span>
  );
}
