// The moment of a call: complete and opaque in its first frame, nothing in it ever moves.
import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { AgainMark } from '../again-mark.tsx';
import { CallBorder } from '../call-border.tsx';
import type { BoardCall, Fade } from '../call-panel.ts';
import { RemIcon } from '../rem-icon.tsx';
import { textSizeFor } from '../text-fit.ts';
import { texts } from '../texts.ts';
import { SmallCalls } from './small-calls.tsx';

/** Sizes in px of the 1920 x 1080 board, by the number of calls in the panel. */
const SIZES = {
  one: { className: 'rows-1', numberPx: 400, arrowPx: 156, numberWidthPx: 992, windowWidthPx: 528 },
  two: { className: 'rows-2', numberPx: 230, arrowPx: 110, numberWidthPx: 800, windowWidthPx: 528 },
  three: { className: 'rows-3', numberPx: 150, arrowPx: 80, numberWidthPx: 700, windowWidthPx: 528 },
} as const;
type RowSizes = (typeof SIZES)[keyof typeof SIZES];

function sizesFor(rows: number): RowSizes {
  if (rows <= 1) return SIZES.one;
  return rows === 2 ? SIZES.two : SIZES.three;
}

interface CallPanelViewProps {
  readonly rows: readonly BoardCall[];
  readonly below: readonly BoardCall[];
  readonly fade: Fade | null;
}

export function CallPanelView({ rows, below, fade }: CallPanelViewProps): ReactElement {
  const sizes = sizesFor(rows.length);
  const [first] = rows;
  const isSingle = rows.length === 1;
  return (
    <>
      <section className={`call-panel ${sizes.className}`}>
        <div className="panel-head">
          <b>{texts.call.please.zh}</b>
          <span lang="en">{texts.call.please.en}</span>
          {isSingle && first !== undefined && first.callCount > 1 ? <AgainMark /> : null}
          <span className="panel-head-window">
            <b>{texts.call.toWindow.zh}</b>
            <span lang="en">{texts.call.toWindow.en}</span>
          </span>
        </div>
        {rows.map((call) => (
          <PanelRow key={call.callSeq} call={call} sizes={sizes} isMarked={!isSingle && call.callCount > 1} />
        ))}
        {isSingle && first !== undefined ? <Sentence call={first} /> : null}
        <CallBorder fade={fade} />
      </section>
      <SmallCalls calls={below} sizePx={92} className="below-panel" />
    </>
  );
}

interface PanelRowProps {
  readonly call: BoardCall;
  readonly sizes: RowSizes;
  readonly isMarked: boolean;
}

function PanelRow({ call, sizes, isMarked }: PanelRowProps): ReactElement {
  const { numberPx, numberWidthPx, windowWidthPx, arrowPx } = sizes;
  return (
    <div className="panel-row">
      <FitNumber text={call.ticketNumber} maxPx={numberPx} widthPx={isMarked ? numberWidthPx - 100 : numberWidthPx} />
      {isMarked ? <AgainMark /> : null}
      <span className="panel-arrow">
        <RemIcon of={ArrowRight} sizePx={arrowPx} />
      </span>
      <span className="panel-window">
        <FitNumber text={call.windowLabel} maxPx={numberPx} widthPx={windowWidthPx} />
      </span>
    </div>
  );
}

function Sentence({ call }: { readonly call: BoardCall }): ReactElement {
  const { zh, en } = texts.call.sentence(call.ticketNumber, call.windowLabel);
  const { sizePx } = textSizeFor(zh, 900, [
    { sizePx: 56, lines: 1 },
    { sizePx: 44, lines: 1 },
  ]);
  return (
    <div className="panel-sentence">
      <b style={{ fontSize: `${sizePx / 100}rem` }}>{zh}</b>
      <span lang="en">{en}</span>
    </div>
  );
}
