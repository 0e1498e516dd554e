// All terminals or displays of one kind; where there are many, those that are well are folded up.
import type { ReactElement } from 'react';
import type { HealthReport, StationHealth, StationKind } from '@jiaohao/contracts/health';
import { StationRow } from './station-row.tsx';
import { clockLevel, deviceLevel, hasDevices } from './station-troubles.ts';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { isOtherBuild } from './troubles.ts';

interface StationGroupProps {
  readonly kind: StationKind;
  readonly report: HealthReport;
  readonly timeZone: string;
}

export function StationGroup({ kind, report, timeZone }: StationGroupProps): ReactElement {
  const stations = report.stations.filter((station) => station.kind === kind);
  const connected = stations.filter(({ link }) => link.connections > 0).length;
  const absent = stations.filter(({ link }) => link.connections === 0);
  const well = stations.filter((station) => isWell(report, station));
  const others = stations.filter((station) => !absent.includes(station) && !well.includes(station));
  const table = (listed: readonly StationHealth[]): ReactElement => (
    <StationTable kind={kind} stations={listed} report={report} timeZone={timeZone} />
  );
  return (
    <section className="group">
      <h2>
        {TEXTS.kinds[kind].first}
        <Second text={TEXTS.kinds[kind]} />
        <span className="group-count">
          {(stations.length === 0 ? TEXTS.stations.none : TEXTS.stations.of(connected, stations.length)).first}
        </span>
      </h2>
      {stations.length > 0 && stations.length <= LISTED_MAX ? (
        table(stations)
      ) : (
        <>
          {others.length > 0 && table(others)}
          {absent.length > 0 && <Folded words={TEXTS.stations.allAbsent(absent.length).first}>{table(absent)}</Folded>}
          {well.length > 0 && <Folded words={TEXTS.stations.allWell(well.length).first}>{table(well)}</Folded>}
        </>
      )}
    </section>
  );
}

/** A hall has a few kiosks and boards, but a terminal and a screen at each of sixty windows: those are folded up where nothing is wrong. */
const LISTED_MAX = 8;

function isWell(report: HealthReport, station: StationHealth): boolean {
  return (
    station.link.connections > 0 &&
    clockLevel(station.link) === null &&
    !isOtherBuild(report, station) &&
    station.devices.every(({ device }) => deviceLevel(device) === null)
  );
}

function Folded({ words, children }: { readonly words: string; readonly children: ReactElement }): ReactElement {
  return (
    <details className="folded">
      <summary>{words}</summary>
      {children}
    </details>
  );
}

interface StationTableProps extends StationGroupProps {
  readonly stations: readonly StationHealth[];
}

function StationTable({ kind, stations, report, timeZone }: StationTableProps): ReactElement {
  const withDevices = hasDevices(kind);
  const { name, state, version, clock, devices } = TEXTS.stations;
  return (
    <table className={withDevices ? 'stations' : 'stations stations-plain'}>
      <thead>
        <tr>
          {[name, state, version, clock, ...(withDevices ? [devices] : [])].map(({ first }) => (
            <th key={first} scope="col">
              {first}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <StationRow key={station.id} station={station} report={report} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}
