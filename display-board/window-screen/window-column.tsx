// The left of the window screen: the window's number, its services, the clerk's staff number and never a name.
import type { ReactElement } from 'react';
import type { WindowScreenStatus } from '@jiaohao/contracts/views';
import { FitNumber } from '@jiaohao/look/fit-number';
import { InterruptedMark } from '../interrupted-mark.tsx';
import { servicesFor } from '../window-services.ts';
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
  const { names, sizePx } = servicesFor(status.services.map((service) => service.zh));
  return (
    <p className="services" style={{ fontSize: `${sizePx / 100}rem` }}>
      {names.map((name, place) => (
        <span key={place}>{name}</span>
      ))}
    </p>
  );
}
