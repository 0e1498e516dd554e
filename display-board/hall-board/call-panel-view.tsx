// The moment of a call: complete and opaque in its first frame, nothing in it ever moves.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { Pair } from '@jiaohao/look/language-pair';
import { AgainMark } from '../again-mark.tsx';
import { CallBorder } from '../call-border.tsx';
import type { BoardCall, Fade } from '../call-panel.ts';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { fittedStyle, widthEm } from '../text-fit.ts';
import { texts } from '../texts.ts';
import { panelSizes } from './panel-sizes.ts';
import type { PanelSizes } from './panel-sizes.ts';
import { PanelRow } from './panel-row.tsx';
import { SmallCalls } from './small-calls.tsx';

interface CallPanelViewProps {
  readonly rows: readonly BoardCall[];
  readonly below: readonly BoardCall[];
  readonly fade: Fade | null;
  readonly shape: ScreenShape;
}

export function CallPanelView({ rows, below, fade, shape }: CallPanelViewProps): ReactElement {
  const sizes = panelSizes(shape, rows.length);
  const [first] = rows;
  return (
    <>
      <section className={`call-panel ${sizes.className}`}>
        {rows.length === 1 && first !== undefined ? (
          <OneCall call={first} sizes={sizes} />
        ) : (
          <SeveralCalls rows={rows} sizes={sizes} />
        )}
        <CallBorder fade={fade} />
      </section>
      <SmallCalls calls={below} sizePx={92} className="below-panel" />
    </>
  );
}

interface OneCallProps {
  readonly call: BoardCall;
  readonly sizes: PanelSizes;
}

function OneCall({ call, sizes }: OneCallProps): ReactElement {
  const { isStacked, numberPx, windowWidthPx } = sizes;
  return (
    <>
      <div className="panel-head">
        <HeadWords words={texts.call.please} widthPx={sizes.headSecondPx} />
        {call.callCount > 1 ? <AgainMark /> : null}
        {isStacked ? null : (
          <span className="panel-head-window">
            <HeadWords words={texts.call.toWindow} widthPx={sizes.windowSecondPx} />
          </span>
        )}
      </div>
      <PanelRow call={call} sizes={sizes} isMarked={false} />
      {isStacked ? (
        <>
          <div className="panel-head panel-head-below">
            <HeadWords words={texts.call.toWindow} widthPx={sizes.headSecondPx} />
          </div>
          <div className="panel-row">
            <FitNumber text={call.windowLabel} maxPx={numberPx} widthPx={windowWidthPx} />
          </div>
        </>
      ) : null}
      <Sentence call={call} sizes={sizes} />
    </>
  );
}

function SeveralCalls({ rows, sizes }: { readonly rows: readonly BoardCall[]; readonly sizes: PanelSizes }) {
  return (
    <>
      <div className="panel-head">
        <HeadWords words={texts.call.please} widthPx={sizes.headSecondPx} />
        <span className="panel-head-window">
          <HeadWords words={texts.call.toWindow} widthPx={sizes.windowSecondPx} />
        </span>
      </div>
      {rows.map((call) => (
        <PanelRow key={call.callSeq} call={call} sizes={sizes} isMarked={call.callCount > 1} />
      ))}
    </>
  );
}

function HeadWords({ words, widthPx }: { readonly words: Pair; readonly widthPx: number }): ReactElement {
  return (
    <>
      <b>{words.first}</b>
      <Second
        of={words}
        fit={{
          widthPx,
          sizes: [
            { sizePx: 42, lines: 1 },
            { sizePx: 32, lines: 1 },
            { sizePx: 32, lines: 2 },
          ],
        }}
      />
    </>
  );
}

const SENTENCE_SIZES = [
  { sizePx: 56, lines: 1 },
  { sizePx: 44, lines: 1 },
] as const;

function Sentence({ call, sizes }: OneCallProps): ReactElement {
  const words = texts.call.sentence(call.ticketNumber, call.windowLabel);
  const firstPx = Math.min(sizes.sentencePx, widthEm(words.first) * SENTENCE_SIZES[0].sizePx);
  const secondPx = sizes.isStacked ? sizes.sentencePx : sizes.panelPx - firstPx - 40;
  return (
    <div className="panel-sentence">
      <b style={fittedStyle(words.first, sizes.sentencePx, SENTENCE_SIZES)}>{words.first}</b>
      <Second
        of={words}
        fit={{
          widthPx: secondPx,
          sizes: [
            { sizePx: 40, lines: 1 },
            { sizePx: 32, lines: 2 },
          ],
        }}
      />
    </div>
  );
}
