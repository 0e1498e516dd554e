// Which hall and zone this board speaks for, and the hall's date and time.
import type { ReactElement } from 'react';
import type { BoardStatus } from '@jiaohao/contracts/views';
import { useHallClock } from '@jiaohao/look/clock';
import { nameIn } from '@jiaohao/look/language-pair';
import { systemClock } from '../clock.ts';
import { InterruptedMark } from '../interrupted-mark.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { fittedStyle, rem, widthEm } from '../text-fit.ts';
import { firstLanguage } from '../texts.ts';

interface TopBarProps {
  readonly status: BoardStatus | null;
  readonly hallOffsetMs: number;
  readonly isInterrupted: boolean;
  readonly shape: ScreenShape;
}

export function TopBar({ status, hallOffsetMs, isInterrupted, shape }: TopBarProps): ReactElement {
  return (
    <header className="top-bar">
      {status === null ? null : <Names status={status} shape={shape} />}
      <span className="gap" />
      {status === null ? null : <HallTime status={status} hallOffsetMs={hallOffsetMs} isInterrupted={isInterrupted} />}
      {status === null && isInterrupted ? <InterruptedMark /> : null}
    </header>
  );
}

/** Room in px of the drawing: what date and clock leave. On a tall board the zone stands below the hall. */
const ROOM = {
  landscape: { allPx: 1_240, hallPx: 900 },
  portrait: { allPx: 640, hallPx: 640 },
} as const;
/** The last size is for names that nobody should give: small is better than cut. */
const HALL_SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 36, lines: 2 },
  { sizePx: 24, lines: 3 },
] as const;
const ZONE_SIZES = [
  { sizePx: 40, lines: 1 },
  { sizePx: 32, lines: 2 },
  { sizePx: 20, lines: 4 },
] as const;

function Names({ status, shape }: { readonly status: BoardStatus; readonly shape: ScreenShape }): ReactElement {
  const room = ROOM[shape];
  const hallName = nameIn(firstLanguage, status.hallName);
  const zoneName = status.zoneName === null ? null : nameIn(firstLanguage, status.zoneName);
  const hallPx = zoneName === null ? room.allPx : room.hallPx;
  const hallTakesPx = Math.min(hallPx, widthEm(hallName) * HALL_SIZES[0].sizePx);
  const zonePx = shape === 'portrait' ? room.allPx : room.allPx - hallTakesPx;
  return (
    <div className="names">
      <h1 style={{ ...fittedStyle(hallName, hallPx, HALL_SIZES), maxWidth: rem(hallPx) }}>{hallName}</h1>
      {zoneName === null ? null : (
        <span className="zone" style={fittedStyle(zoneName, zonePx, ZONE_SIZES)}>
          {zoneName}
        </span>
      )}
    </div>
  );
}

interface HallTimeProps {
  readonly status: BoardStatus;
  readonly hallOffsetMs: number;
  readonly isInterrupted: boolean;
}

/** The clock stays whatever happens; a lost link takes the place of the date, so that no name has to move. */
function HallTime({ status, hallOffsetMs, isInterrupted }: HallTimeProps): ReactElement {
  const { dateZh, dateEn, time } = useHallClock(hallOffsetMs, status.timeZone, systemClock.now);
  return (
    <div className="hall-time">
      {isInterrupted ? <InterruptedMark /> : <span className="date">{firstLanguage === 'en' ? dateEn : dateZh}</span>}
      <time className="number">{time}</time>
    </div>
  );
}
