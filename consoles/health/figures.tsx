// The hall in six figures: the day, who is there, disk, data, the server.
import type { ReactElement, ReactNode } from 'react';
import type { HealthReport, StationKind } from '@jiaohao/contracts/health';
import { hallClock } from '@jiaohao/look/clock';
import { TEXTS } from './texts.ts';

const MEGABYTE = 1_000_000;

export function Figures({ report }: { readonly report: HealthReport }): ReactElement {
  const { hall, server, storage, at } = report;
  const words = TEXTS.figures;
  const zone = hall.timeZone ?? 'UTC';
  return (
    <dl className="figures">
      <Figure label={words.day} value={hall.businessDay ?? words.dayClosed} isText={hall.businessDay === null} />
      <Figure label={words.terminals} {...present(report, ['kiosk', 'window', 'strip'])} />
      <Figure label={words.displays} {...present(report, ['board', 'windowScreen'])} />
      <Figure
        label={words.disk}
        value={storage === null ? words.unknown : words.gigabytes(storage.freeBytes)}
        isText={storage === null}
        note={storage === null ? null : words.diskOf(storage.totalBytes)}
      />
      <Figure
        label={words.lastEvent}
        value={server.lastEventAt === null ? words.never : hallClock(server.lastEventAt, zone).time}
        isText={server.lastEventAt === null}
        note={
          <>
            {storage !== null && `${(storage.journalBytes / MEGABYTE).toFixed(1)} ${words.journalUnit} · `}
            {words.events(server.lastSeq)}
            {server.lastCommitMs !== null && <br />}
            {server.lastCommitMs !== null && words.commit(server.lastCommitMs)}
          </>
        }
      />
      <Figure label={words.server} value={server.version} note={words.running(duration(at - server.startedAt))} />
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  /** A word in the place of a number. */
  readonly isText?: boolean;
}

function Figure({ label, value, note = null, isText = false }: FigureProps): ReactElement {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <span className={isText ? 'figure-word' : 'number figure-value'}>{value}</span>
        {note !== null && <span className="figure-note">{note}</span>}
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
export function duration(ms: number): string {
  const { days, hours, minutes } = TEXTS.figures;
  if (ms >= 2 * DAY_MS) return days(Math.floor(ms / DAY_MS));
  return ms >= 2 * HOUR_MS ? hours(Math.floor(ms / HOUR_MS)) : minutes(Math.max(0, Math.floor(ms / MINUTE_MS)));
}
