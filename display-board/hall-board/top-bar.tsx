// Which hall and zone this board speaks for, and the hall's date and time.
import type { ReactElement } from 'react';
import type { BoardStatus } from '@jiaohao/contracts/views';
import { useHallClock } from '@jiaohao/look/clock';
import { systemClock } from '../clock.ts';
import { InterruptedMark } from '../interrupted-mark.tsx';
import { textSizeFor, widthEm } from '../text-fit.ts';

interface TopBarProps {
  readonly status: BoardStatus | null;
  readonly hallOffsetMs: number;
  readonly isInterrupted: boolean;
}

export function TopBar({ status, hallOffsetMs, isInterrupted }: TopBarProps): ReactElement {
  return (
    <header className="top-bar">
      {status === null ? null : <Names status={status} />}
      <span className="gap" />
      {status === null ? null : <HallTime status={status} hallOffsetMs={hallOffsetMs} isInterrupted={isInterrupted} />}
      {status === null && isInterrupted ? <InterruptedMark /> : null}
    </header>
  );
}

/** Room of both names in px of the 1920 x 1080 board: what date and clock leave of it, less the line between the names. */
const NAMES_PX = 1_240;
const HALL_NAME_PX = 900;

function Names({ status: { hallName, zoneName } }: { readonly status: BoardStatus }): ReactElement {
  const hall = textSizeFor(hallName.zh, HALL_NAME_PX, [
    { sizePx: 44, lines: 1 },
    { sizePx: 36, lines: 2 },
  ]);
  const zonePx = NAMES_PX - Math.min(HALL_NAME_PX, widthEm(hallName.zh) * hall.sizePx);
  const zone = textSizeFor(zoneName?.zh ?? '', zonePx, [
    { sizePx: 40, lines: 1 },
    { sizePx: 32, lines: 2 },
  ]);
  return (
    <>
      <h1 style={{ fontSize: rem(hall.sizePx), maxWidth: rem(HALL_NAME_PX) }}>{hallName.zh}</h1>
      {zoneName === null ? null : (
        <span className="zone" style={{ fontSize: rem(zone.sizePx) }}>
          {zoneName.zh}
        </span>
      )}
    </>
  );
}

function rem(px: number): string {
  return `${px / 100}rem`;
}

/** The clock stays whatever happens; a lost link takes the place of the date, so that no name has to move. */
function HallTime({
  status,
  hallOffsetMs,
  isInterrupted,
}: TopBarProps & { readonly status: BoardStatus }): ReactElement {
  const { dateZh, time } = useHallClock(hallOffsetMs, status.timeZone, systemClock.now);
  return (
    <>
      {isInterrupted ? <InterruptedMark /> : <span className="date">{dateZh}</span>}
      <time className="number">{time}</time>
    </>
  );
}
