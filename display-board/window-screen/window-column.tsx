// The left of the window screen (its top, where it stands upright): the window's number, its services, the clerk's staff number and never a name.
import type { ReactElement } from 'react';
import type { WindowScreenStatus } from '@jiaohao/contracts/views';
import { FitNumber } from '@jiaohao/look/fit-number';
import { nameIn } from '@jiaohao/look/language-pair';
import { InterruptedMark } from '../interrupted-mark.tsx';
import type { ScreenShape } from '../screen-shape.ts';
import { rem } from '../text-fit.ts';
import { firstLanguage, texts } from '../texts.ts';
import { servicesFor } from '../window-services.ts';

/** px of the drawing. */
const SIZES = {
  landscape: { numberPx: 480, numberWidthPx: 500, servicesPx: 496 },
  portrait: { numberPx: 400, numberWidthPx: 430, servicesPx: 960 },
} as const;

interface WindowColumnProps {
  readonly status: WindowScreenStatus | null;
  readonly isInterrupted: boolean;
  readonly shape: ScreenShape;
}

export function WindowColumn({ status, isInterrupted, shape }: WindowColumnProps): ReactElement {
  return (
    <header className="window-column">
      {status === null ? null : <Window label={status.windowLabel} shape={shape} />}
      {isInterrupted ? <InterruptedMark /> : null}
      <div className="window-foot">
        {status === null ? null : <Services status={status} shape={shape} />}
        {status === null || status.staffNo === null ? null : (
          <p className="staff">{texts.window.staff(status.staffNo).first}</p>
        )}
      </div>
    </header>
  );
}

function Window({ label, shape }: { readonly label: string; readonly shape: ScreenShape }): ReactElement {
  const { numberPx, numberWidthPx } = SIZES[shape];
  return (
    <h1 className="window-name">
      <span className="window-number">
        <FitNumber text={label} maxPx={numberPx} widthPx={numberWidthPx} />
      </span>
      <span className="window-words">
        <b className="window-word">{texts.window.word.first}</b>
        <span className="window-second" lang={texts.tag.second}>
          {texts.window.name(label).second}
        </span>
      </span>
    </h1>
  );
}

function Services({ status, shape }: { readonly status: WindowScreenStatus; readonly shape: ScreenShape }) {
  const services = status.services.map((service) => nameIn(firstLanguage, service));
  const { names, sizePx } = servicesFor(services, SIZES[shape].servicesPx);
  return (
    <p className="services" style={{ fontSize: rem(sizePx) }}>
      {names.map((name, place) => (
        <span key={place}>{name}</span>
      ))}
    </p>
  );
}
