// Which hall and zone this board speaks for, and the hall's date and time.
import type { ReactElement } from 'react';
import type { BoardStatus } from '@jiaohao/contracts/views';
import { useHallClock } from '@jiaohao/look/clock';
import { systemClock } from '../clock.ts';
import { InterruptedMark } from '../interrupted-mark.tsx';
import { textSizeFor } from '../text-fit.ts';

interface TopBarProps {
  readonly status: BoardStatus | null;
  readonly hallOffsetMs: number;
  readonly isInterrupted: boolean;
}

export function TopBar({ status, hallOffsetMs, isInterrupted }: TopBarProps): ReactElement {
  return (
    <header className="top-bar">
      {status === null ? null : <Names status={status} isInterrupted={isInterrupted} />}
      <span className="gap" />
      {isInterrupted ? <InterruptedMark /> : null}
      {status === null ? null : <HallTime timeZone={status.timeZone} hallOffsetMs={hallOffsetMs} />}
    </header>
  );
}

function Names({
  status,
  isInterrupted,
}: {
  readonly status: BoardStatus;
  readonly isInterrupted: boolean;
}): ReactElement {
  const { hallName, zoneName } = status;
  const sizes = [
    { sizePx: 44, lines: 1 },
    { sizePx: 36, lines: 2 },
  ] as const;
  const { sizePx } = textSizeFor(hallName.zh, isInterrupted ? 700 : 900, sizes);
  return (
    <>
      <h1 style={{ fontSize: `${sizePx / 100}rem` }}>{hallName.zh}</h1>
      {zoneName === null ? null : <span className="zone">{zoneName.zh}</span>}
    </>
  );
}

function HallTime(props: { readonly timeZone: string; readonly hallOffsetMs: number }): ReactElement {
  const { dateZh, time } = useHallClock(props.hallOffsetMs, props.timeZone, systemClock.now);
  return (
    <>
      <span className="date">{dateZh}</span>
      <time className="number">{time}</time>
    </>
  );
}
