// Staff consoles that are connected, by window: a technician needs to know where a page is old, not who sits there.
import type { ReactElement } from 'react';
import type { HealthReport } from '@jiaohao/contracts/health';
import { clockLevel } from './station-troubles.ts';
import { DASH, Second } from './second.tsx';
import { TEXTS } from './texts.ts';

export function ConsoleTable({ report }: { readonly report: HealthReport }): ReactElement {
  const { consoles, pages } = report;
  const served = pages.find(({ page }) => page === 'clerk')?.build ?? null;
  return (
    <section className="group">
      <h2>
        {TEXTS.stations.consoles.first}
        <Second text={TEXTS.stations.consoles} />
        <span className="group-count">{consoles.length === 0 ? TEXTS.stations.noConsoles.first : consoles.length}</span>
      </h2>
      <ul className="consoles">
        {consoles.map(({ windowLabel, link }, index) => {
          const isOld = link.build !== null && served !== null && link.build !== served;
          const level = clockLevel(link);
          const difference = link.clockDifferenceMs ?? 0;
          return (
            <li key={`${windowLabel ?? ''} ${index}`}>
              {windowLabel === null ? TEXTS.stations.consoleFree.first : TEXTS.stations.consoleAt(windowLabel).first}
              <span className="station-note">{link.version ?? DASH}</span>
              {isOld && <span className="station-warn">{TEXTS.stations.otherBuild.first}</span>}
              {level !== null && (
                <span className="station-warn">
                  {(difference > 0 ? TEXTS.stations.ahead(difference) : TEXTS.stations.behind(difference)).first}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
