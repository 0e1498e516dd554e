// The bar above every page: whose hall this is and what time it has. No controls.
import type { ReactElement } from 'react';
import { useHallClock } from '@jiaohao/look/clock';
import { useKiosk } from './kiosk-context.ts';
import { OneLine } from './words.tsx';

/** Until the hall has told its own. */
const UNTOLD_TIME_ZONE = 'Asia/Shanghai';

export function TopBar(): ReactElement {
  const { journey } = useKiosk();
  const view = journey.update?.view ?? null;
  return (
    <header className="top-bar">
      <span className="hall-name" data-fit="">
        {view !== null && <OneLine text={view.hallName} />}
      </span>
      <Clock offsetMs={journey.update?.clockOffsetMs ?? 0} timeZone={view?.timeZone ?? UNTOLD_TIME_ZONE} />
    </header>
  );
}

/** In large type the time only: fewer things. */
function Clock({ offsetMs, timeZone }: { readonly offsetMs: number; readonly timeZone: string }): ReactElement {
  const { typeSize } = useKiosk().journey;
  const clock = useHallClock(offsetMs, timeZone);
  return (
    <span className="clock">
      {typeSize === 'normal' && <OneLine text={{ zh: clock.dateZh, en: clock.dateEn }} />}
      <span className="number">{clock.time}</span>
    </span>
  );
}
