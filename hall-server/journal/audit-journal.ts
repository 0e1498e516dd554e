// The audit as a whole: on a reading connection beside a running server, on one state of the database.
import type { Database } from 'better-sqlite3';
import { auditDocuments, auditEvents, auditSegments, readSegments } from './audit-chain.ts';
import type { Finding } from './audit-chain.ts';
import { firstKept, readDropProgress } from './drop-progress.ts';
import { openForReading } from './open-database.ts';
import { keptEvents } from './read-events.ts';
import { readModelPosition } from './read-model-follower.ts';
import { compareReadModels } from './read-models.ts';
import type { RowDifference } from './read-models.ts';
import type { SegmentRow } from './hash-chain.ts';

/** An event's hash noted outside the database, for example from a day report. */
export interface Anchor {
  readonly seq: number;
  /** 64 hex digits */
  readonly hash: string;
}

export interface AuditReport {
  /** Empty: everything is as the hall wrote it. */
  readonly findings: readonly Finding[];
  /** False when the events are not sound: nothing can be made again from them. */
  readonly readModelsCompared: boolean;
  readonly events: number;
  readonly segmentsKept: number;
  readonly segmentsDropped: number;
  /** The newest business day that retention has dropped. */
  readonly lastDroppedDay: string | null;
  /** Null for an empty journal. */
  readonly head: Anchor | null;
}

const DIFFERENCE_TEXTS = {
  missing: 'is missing, though the events make it',
  notFromEvents: 'does not come from the events',
  changed: 'is not what the events make of it',
} as const satisfies Record<RowDifference['what'], string>;

/** Throws `StartRefused` where the folder cannot be audited: no database, no key, another version. */
export function auditJournal(folder: string, anchor: Anchor | null): AuditReport {
  const opened = openForReading(folder);
  const { db, keys } = opened;
  try {
    // One read transaction: what a running server writes meanwhile is not seen.
    db.exec('BEGIN');
    const segments = readSegments(db);
    const findings = [...auditSegments(segments, keys.chain), ...auditEvents(db, keys.chain, segments)];
    if (findings.length === 0) findings.push(...auditDocuments(db));
    const readModelsCompared = findings.length === 0;
    if (readModelsCompared) findings.push(...readModelFindings(db, segments));
    if (anchor !== null) findings.push(...auditAnchor(db, anchor, segments));
    const dropped = segments.filter(({ isDropped }) => isDropped === 1);
    return {
      findings,
      readModelsCompared,
      ...countsOf(db),
      segmentsKept: segments.length - dropped.length,
      segmentsDropped: dropped.length,
      lastDroppedDay: dropped.at(-1)?.businessDay ?? null,
    };
  } finally {
    opened.close();
  }
}

/** Events that a running server has not brought into its read models yet are none of them. */
function* readModelFindings(db: Database, segments: readonly SegmentRow[]): Generator<Finding> {
  const position = readModelPosition(db);
  if (position === null) {
    yield { table: 'read_model_position', id: 1, what: DIFFERENCE_TEXTS.missing };
    return;
  }
  const { head } = countsOf(db);
  if (head !== null && position > head.seq) {
    yield { table: 'read_model_position', id: 1, what: 'lies behind the newest event' };
  }
  const from = firstKept(segments, readDropProgress(db));
  for (const { table, id, what } of compareReadModels(db, keptEvents(db, position), from))
    yield { table, id, what: DIFFERENCE_TEXTS[what] };
}

function countsOf(db: Database): Pick<AuditReport, 'events' | 'head'> {
  const events = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
  const head = db
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
    .get();
  return { events, head: head === undefined ? null : { seq: head.seq, hash: head.hash.toString('hex') } };
}

function* auditAnchor(db: Database, anchor: Anchor, segments: readonly SegmentRow[]): Generator<Finding> {
  const kept = db.prepare<[number], Buffer>('SELECT hash FROM event WHERE seq = ?').pluck().get(anchor.seq);
  const hash = kept ?? segments.find(({ firstSeq }) => firstSeq === anchor.seq + 1)?.closingHash;
  const id = anchor.seq;
  if (hash === undefined || hash === null) {
    yield {
      table: 'event',
      id,
      what: 'is not there, though the anchor names it: the end of the journal has been cut, or retention dropped it',
    };
  } else if (hash.toString('hex') !== anchor.hash) {
    yield { table: 'event', id, what: 'has another hash than the anchor' };
  }
}
