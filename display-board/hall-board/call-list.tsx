// The left of the normal board: the newest call large, four before it.
import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { Pair } from '@jiaohao/look/language-pair';
import type { BoardCall } from '../call-panel.ts';
import { RemIcon } from '../rem-icon.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { fittedStyle } from '../text-fit.ts';
import { texts } from '../texts.ts';
import { WindowLabel } from './window-label.tsx';

/** px of the drawing. */
const WIDTHS = {
  landscape: { numberPx: 490, newestWindowPx: 270, windowPx: 310, numberHeadPx: 620, windowHeadPx: 500 },
  portrait: { numberPx: 430, newestWindowPx: 215, windowPx: 215, numberHeadPx: 530, windowHeadPx: 370 },
} as const;

interface CallListProps {
  readonly calls: readonly BoardCall[];
  readonly isDayOpen: boolean;
  readonly shape: ScreenShape;
}

export function CallList({ calls, isDayOpen, shape }: CallListProps): ReactElement {
  return (
    <section className="call-list">
      <div className="call-list-head">
        <Head words={texts.number} widthPx={WIDTHS[shape].numberHeadPx} />
        <Head words={texts.toWindow} widthPx={WIDTHS[shape].windowHeadPx} />
      </div>
      {calls.length === 0 ? <NoCalls words={isDayOpen ? texts.noCalls : texts.closed} /> : null}
      {calls.map((call, place) => (
        <CallRow key={call.callSeq} call={call} isNewest={place === 0} shape={shape} />
      ))}
    </section>
  );
}

const HEAD_SIZES = [
  { sizePx: 38, lines: 1 },
  { sizePx: 32, lines: 2 },
] as const;

function Head({ words, widthPx }: { readonly words: Pair; readonly widthPx: number }): ReactElement {
  return (
    <span style={fittedStyle(`${words.first} ${words.second}`, widthPx, HEAD_SIZES)}>
      {words.first} <Second of={words} />
    </span>
  );
}

interface CallRowProps {
  readonly call: BoardCall;
  readonly isNewest: boolean;
  readonly shape: ScreenShape;
}

function CallRow({ call, isNewest, shape }: CallRowProps): ReactElement {
  const sizePx = isNewest ? 176 : 116;
  const { numberPx, newestWindowPx, windowPx } = WIDTHS[shape];
  return (
    <div className={isNewest ? 'call-row newest' : 'call-row'}>
      <span className="call-number">
        <FitNumber text={call.ticketNumber} maxPx={sizePx} widthPx={numberPx} />
      </span>
      <span className="call-arrow">
        <RemIcon of={ArrowRight} sizePx={isNewest ? 86 : 68} className="arrow" />
      </span>
      <WindowLabel label={call.windowLabel} maxPx={sizePx} widthPx={isNewest ? newestWindowPx : windowPx} />
    </div>
  );
}

/** Never a blank board: it says that nobody was called, or that nobody will be. */
function NoCalls({ words }: { readonly words: Pair }): ReactElement {
  return (
    <div className="call-row newest no-calls">
      <p>{words.first}</p>
      <Second of={words} as="p" />
    </div>
  );
}
