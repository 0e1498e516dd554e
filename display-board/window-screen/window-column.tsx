// The left of the window screen: the window's number, its services, the clerk's staff number and never a name.
import type { ReactElement } from 'react';
import type { WindowScreenStatus } from '@jiaohao/contracts/views';
import { FitNumber } from '@jiaohao/look/fit-number';
import { InterruptedMark } from '../interrupted-mark.tsx';
import { textSizeFor } from '../text-fit.ts';
import { texts } from '../texts.ts';

interface WindowColumnProps {
  readonly status: WindowScreenStatus | null;
  readonly isInterrupted: boolean;
}

export function WindowColumn({ status, isInterrupted }: WindowColumnProps): ReactElement {
  return (
    <section className="window-column">
      {status === null ? null : <Window label={status.windowLabel} />}
      <div className="window-foot">
        {isInterrupted ? <InterruptedMark /> : null}
        {status === null ? null : <Services status={status} />}
        {status === null || status.staffNo === null ? null : (
          <p className="staff">{texts.window.staff(status.staffNo)}</p>
        )}
      </div>
    </section>
  );
}

function Window({ label }: { readonly label: string }): ReactElement {
  return (
    <>
      <div className="window-number">
        <FitNumber text={label} maxPx={480} widthPx={500} />
      </div>
      <b className="window-word">{texts.windowSuffix}</b>
      <p className="window-en" lang="en">
        {texts.window.name(label)}
      </p>
    </>
  );
}

function Services({ status }: { readonly status: WindowScreenStatus }): ReactElement {
  const line = status.services.map((service) => service.zh).join(' ・ ');
  const { sizePx } = textSizeFor(line, 496, [
    { sizePx: 44, lines: 1 },
    { sizePx: 40, lines: 2 },
    { sizePx: 32, lines: 4 },
  ]);
  return (
    <p className="services" style={{ fontSize: `${sizePx / 100}rem` }}>
      {status.services.map((service, place) => (
        <span key={service.zh}>{place === 0 ? service.zh : ` ・ ${service.zh}`}</span>
      ))}
    </p>
  );
}
