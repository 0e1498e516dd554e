// The left of the normal board: the newest call large, four before it.
import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { BoardCall } from '../call-panel.ts';
import { RemIcon } from '../rem-icon.tsx';
import { texts } from '../texts.ts';
import { WindowLabel } from './window-label.tsx';

export function CallList({ calls }: { readonly calls: readonly BoardCall[] }): ReactElement {
  return (
    <section className="call-list">
      <div className="call-list-head">
        <span>
          {texts.number.zh} <span lang="en">{texts.number.en}</span>
        </span>
        <span>
          {texts.toWindow.zh} <span lang="en">{texts.toWindow.en}</span>
        </span>
      </div>
      {calls.length === 0 ? <NoCalls /> : null}
      {calls.map((call, place) => (
        <CallRow key={call.callSeq} call={call} isNewest={place === 0} />
      ))}
    </section>
  );
}

function CallRow({ call, isNewest }: { readonly call: BoardCall; readonly isNewest: boolean }): ReactElement {
  const sizePx = isNewest ? 176 : 116;
  return (
    <div className={isNewest ? 'call-row newest' : 'call-row'}>
      <span className="call-number">
        <FitNumber text={call.ticketNumber} maxPx={sizePx} widthPx={490} />
      </span>
      <span className="call-arrow">
        <RemIcon of={ArrowRight} sizePx={isNewest ? 86 : 68} className="arrow" />
      </span>
      <WindowLabel label={call.windowLabel} maxPx={sizePx} widthPx={isNewest ? 270 : 310} />
    </div>
  );
}

function NoCalls(): ReactElement {
  return (
    <div className="call-row newest no-calls">
      <p>{texts.noCalls.zh}</p>
      <p lang="en">{texts.noCalls.en}</p>
    </div>
  );
}
