// The hall in six figures: the day, who is there, disk, data, the server.
import type { ReactElement } from 'react';
import type { HealthReport, StationKind } from '@jiaohao/contracts/health';
import { hallClock } from '@jiaohao/look/clock';
import { gigabytes } from './amounts.ts';
import { TEXTS } from './texts.ts';

export function Figures({ report }: { readonly report: HealthReport }): ReactElement {
  const { hall, server, storage, at } = report;
  const words = TEXTS.figures;
  const disk = storage === null ? null : gigabytes(storage.freeBytes);
  const zone = hall.timeZone ?? 'UTC';
  return (
    <dl className="figures">
      <Figure
        label={words.day.first}
        value={hall.businessDay ?? words.dayClosed.first}
        isText={hall.businessDay === null}
      />
      <Figure label={words.terminals.first} {...present(report, ['kiosk', 'window', 'pad', 'strip'])} />
      <Figure label={words.displays.first} {...present(report, ['board', 'windowScreen'])} />
      <Figure
        label={words.disk.first}
        value={disk ?? words.unknown.first}
        isText={storage === null}
        note={storage === null ? null : words.diskOf(storage.totalBytes).first}
        below={storage === null ? null : words.data(storage.journalBytes).first}
      />
      <Figure
        label={words.lastEvent.first}
        value={server.lastEventAt === null ? words.never.first : hallClock(server.lastEventAt, zone).time}
        isText={server.lastEventAt === null}
        below={words.events(server.lastSeq).first}
      />
      <Figure
        label={words.server.first}
        value={server.version}
        note={running(at - server.startedAt)}
        below={server.lastCommitMs === null ? null : words.commit(server.lastCommitMs).first}
      />
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** Behind the value. */
  readonly note?: string | null;
  /** In a line of its own. */
  readonly below?: string | null;
  /** A word in the place of a number. */
  readonly isText?: boolean;
}

function Figure({ label, value, note = null, below = null, isText = false }: FigureProps): ReactElement {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <span className={isText ? 'figure-word' : 'number figure-value'}>{value}</span>
        {note !== null && <span className="figure-note">{note}</span>}
        {below !== null && <span className="figure-note figure-below">{below}</span>}
      </dd>
    </div>
  );
}

function present(report: HealthReport, kinds: readonly StationKind[]): { value: string; note: string } {
  const expected = report.stations.filter(({ kind }) => kinds.includes(kind));
  const connected = expected.filter(({ link }) => link.connections > 0);
  return { value: String(connected.length), note: `/ ${expected.length}` };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** In the largest unit that is at least one. */
function running(ms: number): string {
  const { runningDays, runningHours, runningMinutes } = TEXTS.figures;
  if (ms >= 2 * DAY_MS) return runningDays(Math.floor(ms / DAY_MS)).first;
  if (ms >= 2 * HOUR_MS) return runningHours(Math.floor(ms / HOUR_MS)).first;
  return runningMinutes(Math.max(0, Math.floor(ms / MINUTE_MS))).first;
}
