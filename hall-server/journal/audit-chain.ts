// The audit of what is chained: segments, events and documents, each row that does not fit named.
import { hash as digest } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { dropProgressMac, firstKept, readDropProgress } from './drop-progress.ts';
import { EVENT_COLUMNS } from './event-rows.ts';
import type { StoredEventRow } from './event-rows.ts';
import { CHAIN_START, chainHash, segmentMac } from './hash-chain.ts';
import type { ChainHash, SegmentRow } from './hash-chain.ts';
import { SEGMENT_COLUMNS } from './segments.ts';

/** A row that is not as the hall wrote it. `id` is its seq, number or hash. */
export interface Finding {
  readonly table: string;
  readonly id: number | string;
  readonly what: string;
}

interface StoredSegment extends SegmentRow {
  readonly mac: Buffer;
}

export function readSegments(db: Database): StoredSegment[] {
  return db.prepare<[], StoredSegment>(`SELECT ${SEGMENT_COLUMNS}, mac FROM segment ORDER BY number`).all();
}

export function* auditSegments(segments: readonly StoredSegment[], key: KeyObject): Generator<Finding> {
  if (segments.length === 0) yield { table: 'segment', id: 0, what: 'is missing' };
  let expected = 0;
  let wasKept = false;
  for (const segment of segments) {
    for (; expected < segment.number; expected += 1) yield { table: 'segment', id: expected, what: 'is missing' };
    expected = segment.number + 1;
    if (!segmentMac(key, segment).equals(segment.mac)) {
      yield { table: 'segment', id: segment.number, what: 'has been changed or was not written by the hall' };
    }
    if (wasKept && segment.isDropped === 1) {
      yield { table: 'segment', id: segment.number, what: 'is marked as dropped, but an older one is not' };
    }
    wasKept ||= segment.isDropped === 0;
  }
}

/** Walks over every event that is kept. Each hash is checked against the stored one before it, so that one change is one finding. */
export function* auditEvents(db: Database, key: KeyObject, segments: readonly StoredSegment[]): Generator<Finding> {
  const hashOf = chainHash(key);
  const progress = readDropProgress(db);
  if (progress !== null && !dropProgressMac(key, progress).equals(progress.mac)) {
    yield { table: 'drop_progress', id: progress.seq, what: 'has been changed or was not written by the hall' };
  }
  const first = segments.find(({ isDropped }) => isDropped === 0);
  const isHalfDropped = progress !== null && first !== undefined && progress.seq >= first.firstSeq;
  const begins = new Map(segments.filter(({ isDropped }) => isDropped === 0).map((each) => [each.firstSeq, each]));
  let expected = firstKept(segments, progress).seq;
  /** Null behind a gap: what it held cannot be known. */
  let previous: Buffer | null = (isHalfDropped ? progress.hash : first?.closingHash) ?? CHAIN_START;
  let newest = expected - 1;
  for (const row of db.prepare<[], StoredEventRow>(`SELECT ${EVENT_COLUMNS} FROM event ORDER BY seq`).iterate()) {
    if (row.seq < expected) {
      yield { table: 'event', id: row.seq, what: 'was not written by the hall' };
      continue;
    }
    if (row.seq > expected) {
      yield gap(expected, row.seq - 1);
      previous = null;
    }
    yield* auditEvent(row, previous, hashOf, begins.get(row.seq));
    previous = row.hash;
    newest = row.seq;
    expected = row.seq + 1;
  }
  const [lost] = [...begins.values()].filter(({ number, firstSeq }) => number > 0 && firstSeq > newest);
  if (lost !== undefined) {
    yield {
      table: 'event',
      id: expected,
      what: `is missing, and all behind it: segment ${lost.number} begins at ${lost.firstSeq}`,
    };
  }
}

function* auditEvent(
  row: StoredEventRow,
  previous: Buffer | null,
  hashOf: ChainHash,
  begun: SegmentRow | undefined,
): Generator<Finding> {
  if (previous !== null && !hashOf(previous, row).equals(row.hash)) {
    yield { table: 'event', id: row.seq, what: 'has been changed or was not written by the hall' };
    return;
  }
  if (row.type !== 'DayOpened') return;
  if (begun?.number !== row.segment) {
    yield { table: 'segment', id: row.segment, what: `is missing, though event ${row.seq} begins it` };
  } else if (previous !== null && row.seq > 1 && begun.closingHash?.equals(previous) !== true) {
    yield { table: 'segment', id: row.segment, what: `names another closing hash than that of event ${row.seq - 1}` };
  }
}

function gap(from: number, to: number): Finding {
  return { table: 'event', id: from, what: from === to ? 'is missing' : `is missing, and all up to ${to}` };
}

const NAMED_DOCUMENTS = `SELECT seq, coalesce(body ->> '$.configHash', body ->> '$.carried.configHash') AS name
  FROM event WHERE type IN ('HallConfigured', 'DayOpened') ORDER BY seq`;

/** Needs sound events. */
export function* auditDocuments(db: Database): Generator<Finding> {
  const unnamed = new Set<string>();
  const documents = db.prepare<[], { hash: string; body: string }>('SELECT hash, body FROM document ORDER BY hash');
  const changed: Finding[] = [];
  for (const { hash, body } of documents.iterate()) {
    unnamed.add(hash);
    if (digest('sha256', body, 'hex') !== hash) changed.push({ table: 'document', id: hash, what: 'has been changed' });
  }
  yield* changed;
  const known = new Set(unnamed);
  for (const { seq, name } of db.prepare<[], { seq: number; name: string }>(NAMED_DOCUMENTS).iterate()) {
    if (!known.has(name)) yield { table: 'document', id: name, what: `is missing, though event ${seq} names it` };
    unnamed.delete(name);
  }
  for (const id of unnamed) yield { table: 'document', id, what: 'belongs to no event' };
}
