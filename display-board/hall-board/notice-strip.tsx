// The one notice at the foot: what to do while waiting, or that a number stays valid when the board knows nothing.
import { Info } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { RemIcon } from '../rem-icon.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { Second } from '../second.tsx';
import { texts } from '../texts.ts';
import { rem, widthEm } from '../text-fit.ts';

export type Notice = 'usual' | 'noTickets' | 'stale';

interface NoticeStripProps {
  readonly notice: Notice;
  readonly shape: ScreenShape;
}

/** px of the drawing: the strip less its margins and its icon; the space between two texts; the least size of the second. */
const ROOM_PX = { landscape: 1_760, portrait: 900 };
const BETWEEN_PX = 48;
const FIRST_PX = 38;
const SMALL_PX = 32;

export function NoticeStrip({ notice, shape }: NoticeStripProps): ReactElement {
  const words = wordsOf(notice);
  const isUsual = notice === 'usual';
  const missedPx = isUsual && shape === 'landscape' ? widthEm(texts.missedNotice.first) * SMALL_PX + BETWEEN_PX : 0;
  const firstPx = widthEm(words.first) * FIRST_PX;
  const widthPx = shape === 'portrait' ? ROOM_PX.portrait : ROOM_PX.landscape - firstPx - missedPx - BETWEEN_PX;
  return (
    <footer className="notice-strip">
      <RemIcon of={Info} sizePx={46} />
      <div className="notice-words">
        <span style={{ maxWidth: rem(ROOM_PX[shape]) }}>{words.first}</span>
        <span className="gap" />
        <span className="quiet">
          <Second
            of={words}
            fit={{
              widthPx,
              sizes: [
                { sizePx: SMALL_PX, lines: 1 },
                { sizePx: SMALL_PX, lines: 2 },
              ],
            }}
          />
        </span>
      </div>
      {isUsual && shape === 'landscape' ? (
        <span className="quiet missed">
          <span className="dot">・</span>
          {texts.missedNotice.first}
        </span>
      ) : null}
    </footer>
  );
}

function wordsOf(notice: Notice): Pair {
  switch (notice) {
    case 'usual':
      return texts.notice;
    case 'noTickets':
      return texts.ticketingStopped;
    case 'stale':
      return texts.stale.valid;
  }
}
