// One terminal or display: there or not, which version, how its clock goes, how its devices are.
import type { ReactElement } from 'react';
import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react';
import type { HealthReport, StationHealth } from '@jiaohao/contracts/health';
import { nameIn } from '@jiaohao/look/language-pair';
import { clockLevel, deviceLevel, hasDevices, paperLeftWords } from './station-troubles.ts';
import { DASH } from './second.tsx';
import { TEXTS, healthLanguage } from './texts.ts';
import { isOtherBuild } from './troubles.ts';
import { whenWords } from './when.ts';

interface StationRowProps {
  readonly station: StationHealth;
  readonly report: HealthReport;
  readonly timeZone: string;
}

export function StationRow({ station, report, timeZone }: StationRowProps): ReactElement {
  const { kind, id, zoneName, windowLabel, link } = station;
  const isThere = link.connections > 0;
  return (
    <tr className={isThere ? undefined : 'station-absent'}>
      <th scope="row">
        {id}
        <span className="station-place">
          {windowLabel === null
            ? zoneName === null
              ? ''
              : nameIn(healthLanguage, zoneName)
            : TEXTS.stations.consoleAt(windowLabel).first}
        </span>
      </th>
      <td data-label={TEXTS.stations.state.first}>
        <span className={isThere ? 'state state-ok' : 'state state-off'}>
          {isThere ? <CircleCheck size={20} aria-hidden /> : <CircleMinus size={20} aria-hidden />}
          {(isThere ? TEXTS.stations.connected : TEXTS.stations.absent).first}
        </span>
        {!isThere && <span className="station-note">{lastSeenWords(station, report.at, timeZone)}</span>}
      </td>
      <td data-label={TEXTS.stations.version.first}>
        {link.version ?? DASH}
        {isOtherBuild(report, station) && <span className="station-warn">{TEXTS.stations.otherBuild.first}</span>}
      </td>
      <td data-label={TEXTS.stations.clock.first}>
        <Clock station={station} />
      </td>
      {hasDevices(kind) && (
        <td data-label={TEXTS.stations.devices.first}>
          <Devices station={station} at={report.at} timeZone={timeZone} />
        </td>
      )}
    </tr>
  );
}

function lastSeenWords({ link }: StationHealth, at: number, timeZone: string): string {
  if (link.lastSeenAt === null) return TEXTS.stations.neverSeen.first;
  return TEXTS.stations.lastSeen(whenWords(link.lastSeenAt, at, timeZone)).first;
}

/** Differences below this are the network's way, not the clock's. */
const SAME_MS = 500;

function Clock({ station: { link } }: { readonly station: StationHealth }): ReactElement {
  const { clockDifferenceMs } = link;
  if (link.connections === 0) return <>{DASH}</>;
  if (clockDifferenceMs === null) return <span className="station-note">{TEXTS.stations.clockUnknown.first}</span>;
  const level = clockLevel(link);
  const { ahead, behind, clockSame } = TEXTS.stations;
  if (level === null && Math.abs(clockDifferenceMs) < SAME_MS) return <>{clockSame.first}</>;
  const words = (clockDifferenceMs > 0 ? ahead(clockDifferenceMs) : behind(clockDifferenceMs)).first;
  return level === null ? (
    <>{words}</>
  ) : (
    <span className={`state state-${level}`}>
      <TriangleAlert size={20} aria-hidden />
      {words}
    </span>
  );
}

function Devices({
  station,
  at,
  timeZone,
}: {
  readonly station: StationHealth;
  readonly at: number;
  readonly timeZone: string;
}): ReactElement {
  if (station.devices.length === 0) return <>{DASH}</>;
  const isThere = station.link.connections > 0;
  return (
    <ul className="devices">
      {station.devices.map(({ device, sinceAt }, index) => {
        const level = isThere ? (deviceLevel(device) ?? 'ok') : 'off';
        return (
          <li key={`${device.kind} ${index}`} className={`state state-${level}`}>
            {level === 'ok' || level === 'off' ? (
              <CircleCheck size={20} aria-hidden />
            ) : (
              <TriangleAlert size={20} aria-hidden />
            )}
            {TEXTS.device.state(device).first}
            {paperLeftWords(device)}
            {!isThere && TEXTS.device.lastKnown.first}
            <span className="station-note">{TEXTS.since(whenWords(sinceAt, at, timeZone)).first}</span>
          </li>
        );
      })}
    </ul>
  );
}
