// The bar above every page: whose hall this is and what time it has. No controls.
import type { ReactElement } from 'react';
import { useHallClock } from '@jiaohao/look/clock';
import { useKiosk } from './kiosk-context.ts';
import { OneLine } from './words.tsx';

/** Until the hall has told its own. */
const UNTOLD_TIME_ZONE = 'Asia/Shanghai';
/** Letters that fit beside the clock at full size, in two lines. */
const LONG_NAME = 44;

export function TopBar(): ReactElement {
  const { journey } = useKiosk();
  const view = journey.update?.view ?? null;
  const isLong = (view?.hallName[journey.language].length ?? 0) > LONG_NAME;
  return (
    <header className="top-bar">
      {view !== null && <OneLine text={view.hallName} className={isLong ? 'hall-name long' : 'hall-name'} />}
      <Clock offsetMs={journey.update?.clockOffsetMs ?? 0} timeZone={view?.timeZone ?? UNTOLD_TIME_ZONE} />
    </header>
  );
}

function Clock({ offsetMs, timeZone }: { readonly offsetMs: number; readonly timeZone: string }): ReactElement {
  const clock = useHallClock(offsetMs, timeZone);
  return (
    <span className="clock">
      <OneLine text={{ zh: clock.dateZh, en: clock.dateEn }} />
      <span className="number">{clock.time}</span>
    </span>
  );
}
