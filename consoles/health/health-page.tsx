// The technician's one page: is it current, what is to be done, and everything that runs.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { CloudOff, LoaderCircle, Wifi, WifiOff } from 'lucide-react';
import type { HealthReport, StationKind } from '@jiaohao/contracts/health';
import { hallClock } from '@jiaohao/look/clock';
import { nameIn } from '@jiaohao/look/language-pair';
import { ConsoleTable } from './console-table.tsx';
import { Figures } from './figures.tsx';
import { StationGroup } from './station-group.tsx';
import { DASH, Second } from './second.tsx';
import { TEXTS, healthLanguage } from './texts.ts';
import { ToDo } from './to-do.tsx';
import { troublesOf } from './troubles.ts';
import { STALE_AFTER_MS, useHealth } from './use-health.ts';
import type { Health } from './use-health.ts';

interface HealthPageProps {
  readonly token: string;
  readonly onRefused: () => void;
}

const KINDS = ['kiosk', 'board', 'window', 'pad', 'windowScreen', 'strip'] as const;
/** Only where the hall has some; of the others it says that there are none. */
const RARE: ReadonlySet<StationKind> = new Set(['pad', 'strip']);

export function HealthPage({ token, onRefused }: HealthPageProps): ReactElement {
  const health = useHealth(token);
  const { report, last } = health;
  useEffect(() => {
    if (last === 'refused') onRefused();
  }, [last, onRefused]);
  if (report === null) {
    return (
      <main className="health-start" aria-busy={last === null}>
        <h1 className="unseen">{TEXTS.title.first}</h1>
        {last === null ? <Asking /> : <NoAnswer health={health} time={DASH} />}
      </main>
    );
  }
  const isStale = health.ageMs > STALE_AFTER_MS;
  const { time } = hallClock(report.at, zoneOf(report));
  return (
    <div className="health">
      <TopBar report={report} health={health} isStale={isStale} />
      {isStale && <NoAnswer health={health} time={time} />}
      <main className={isStale ? 'health-body health-stale' : 'health-body'}>
        <Figures report={report} />
        <ToDo troubles={troublesOf(report)} at={report.at} timeZone={zoneOf(report)} />
        <div className="health-groups">
          {kindsIn(report).map((kind) => (
            <StationGroup key={kind} kind={kind} report={report} timeZone={zoneOf(report)} />
          ))}
          <ConsoleTable report={report} />
        </div>
      </main>
    </div>
  );
}

function kindsIn({ stations }: HealthReport): readonly StationKind[] {
  return KINDS.filter((kind) => !RARE.has(kind) || stations.some((station) => station.kind === kind));
}

/** The machine's own where the hall has no configuration yet. */
function zoneOf(report: HealthReport): string {
  return report.hall.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function Asking(): ReactElement {
  return (
    <p className="health-asking">
      <LoaderCircle className="turning" size={24} aria-hidden />
      {TEXTS.asking.first}
    </p>
  );
}

function NoAnswer({ health, time }: { readonly health: Health; readonly time: string }): ReactElement {
  const words = health.last === 'strange' ? TEXTS.strange : TEXTS.stale(time);
  return (
    <div className="band health-band" role="alert">
      <CloudOff size={28} aria-hidden />
      <p>
        {words.first} {TEXTS.staleTodo.first}
        <Second text={{ first: '', second: `${words.second} ${TEXTS.staleTodo.second}` }} />
      </p>
    </div>
  );
}

interface TopBarProps {
  readonly report: HealthReport;
  readonly health: Health;
  readonly isStale: boolean;
}

function TopBar({ report, health, isStale }: TopBarProps): ReactElement {
  const clock = hallClock(report.at + health.ageMs, zoneOf(report));
  return (
    <header className="top-bar">
      <h1>{report.hall.name === null ? TEXTS.noHall.first : nameIn(healthLanguage, report.hall.name)}</h1>
      <p className="top-title">
        {TEXTS.title.first}
        <Second text={TEXTS.title} />
      </p>
      <span className="top-gap" />
      <span className={isStale ? 'top-state top-state-bad' : 'top-state'}>
        {isStale ? <WifiOff size={20} aria-hidden /> : <Wifi size={20} aria-hidden />}
        {(isStale ? TEXTS.notUpdated : TEXTS.updated(Math.floor(health.ageMs / 1_000))).first}
      </span>
      <span className="top-date">{TEXTS.date(clock).first}</span>
      <time className="number top-clock">{clock.time}</time>
    </header>
  );
}
