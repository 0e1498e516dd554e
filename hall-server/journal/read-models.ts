// Read models as a whole: kept beside the events, made again from them, and compared row by row.
import type { HallEvent } from '@jiaohao/contracts/events';
import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { callProjection } from './projections/call.ts';
import { dayProjection } from './projections/day.ts';
import { evaluationProjection } from './projections/evaluation.ts';
import type { Projection } from './projections/projection.ts';
import { servingProjection } from './projections/serving.ts';
import { ticketProjection } from './projections/ticket.ts';
import { windowProjection } from './projections/window.ts';

/** Table and its key: the seq of the event that made the row, for `day` the number of the segment. */
const READ_MODELS = [
  { table: 'day', key: 'segment' },
  { table: 'ticket', key: 'ticket_id' },
  { table: 'call', key: 'call_seq' },
  { table: 'serving', key: 'serving_seq' },
  { table: 'evaluation', key: 'evaluation_id' },
  { table: 'window_session', key: 'session_seq' },
  { table: 'window_pause', key: 'pause_seq' },
] as const;

export interface RowDifference {
  readonly table: string;
  readonly id: number;
  readonly what: 'missing' | 'notFromEvents' | 'changed';
}

export type ApplyEvent = (event: HallEvent, segment: number) => void;

/** Prepares the projections on a connection. The result writes one event into every read model that it touches. */
export function prepareReadModels(db: Database.Database): ApplyEvent {
  const projections: readonly Projection[] = [
    dayProjection(db),
    ticketProjection(db),
    callProjection(db),
    servingProjection(db),
    evaluationProjection(db),
    windowProjection(db),
  ];
  return (event, segment) => {
    for (const projection of projections) {
      // Sound by the type of Projection: what is found under a type's name takes that type's events.
      const apply = projection[event.type] as ApplyEvent | undefined;
      apply?.(event, segment);
    }
  };
}

/**
 * Makes the read models again from events, in a database of their own (SQLite keeps it in a temporary file), and
 * compares them with the tables of `live`. `events` is consumed once, with the segment of each. Rows of dropped days stay
 * and have no event any more: what is older than `from` is left out.
 */
export function compareReadModels(
  live: Database.Database,
  events: Iterable<{ event: HallEvent; segment: number }>,
  from: { readonly seq: number; readonly segment: number },
): RowDifference[] {
  const rebuilt = new Database('');
  try {
    migrate(rebuilt);
    const apply = prepareReadModels(rebuilt);
    rebuilt.transaction(() => {
      for (const { event, segment } of events) apply(event, segment);
    })();
    return READ_MODELS.flatMap(({ table, key }) => {
      const first = table === 'day' ? from.segment : from.seq;
      return [...compareTable(live, rebuilt, table, key, first)];
    });
  } finally {
    rebuilt.close();
  }
}

type Row = Record<string, unknown>;

function* compareTable(live: Database.Database, rebuilt: Database.Database, table: string, key: string, first: number) {
  const sql = `SELECT * FROM ${table} WHERE ${key} >= ? ORDER BY ${key}`;
  const kept = live.prepare<[number], Row>(sql).iterate(first);
  const wanted = rebuilt.prepare<[number], Row>(sql).iterate(first);
  let [left, right] = [kept.next(), wanted.next()];
  while (left.done !== true || right.done !== true) {
    const [leftId, rightId] = [idOf(left, key), idOf(right, key)];
    if (leftId === rightId) {
      if (JSON.stringify(left.value) !== JSON.stringify(right.value)) yield difference(table, leftId, 'changed');
      [left, right] = [kept.next(), wanted.next()];
    } else if (leftId < rightId) {
      yield difference(table, leftId, 'notFromEvents');
      left = kept.next();
    } else {
      yield difference(table, rightId, 'missing');
      right = wanted.next();
    }
  }
}

function idOf(step: IteratorResult<Row, unknown>, key: string): number {
  return step.done === true ? Infinity : Number(step.value[key]);
}

function difference(table: string, id: number, what: RowDifference['what']): RowDifference {
  return { table, id, what };
}
