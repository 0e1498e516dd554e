// Old business days leave the journal, oldest first and a piece at a time; their closing hashes and figures stay.
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { dropProgressMac, readDropProgress } from './drop-progress.ts';
import { JournalBroken } from './errors.ts';
import { segmentMac } from './hash-chain.ts';
import type { SegmentRow } from './hash-chain.ts';
import { readModelPosition } from './read-model-follower.ts';
import { overwriting } from './sealed-field.ts';
import { SEGMENT_COLUMNS } from './segments.ts';

export type DropStep =
  | { readonly state: 'done' }
  /** More of the same day is there. */
  | { readonly state: 'more' }
  /** The read models have not come that far yet. */
  | { readonly state: 'waits' }
  | { readonly state: 'dayDropped'; readonly segment: number; readonly businessDay: string | null };

/** Drops up to `events` events of the oldest day before a segment, in a transaction of its own. */
export type DropDays = (before: number, events: number) => DropStep;

const RANGE = 'evaluation_id >= ? AND evaluation_id < ? AND comment_ref IS NOT NULL';
const COMMENTS = `DELETE FROM evaluation_comment WHERE comment_ref IN (SELECT comment_ref FROM evaluation WHERE ${RANGE})`;
/** After the free texts, which are found by the evaluations. */
const REST = [
  `UPDATE evaluation SET comment_ref = NULL WHERE ${RANGE}`,
  'UPDATE ticket SET person_ref = NULL WHERE ticket_id >= ? AND ticket_id < ? AND person_ref IS NOT NULL',
  'DELETE FROM receipt WHERE call_seq >= ? AND call_seq < ?',
  'DELETE FROM event WHERE seq >= ? AND seq < ?',
] as const;

export function prepareDropDays(db: Database, key: KeyObject): DropDays {
  const oldest = db.prepare<[number], SegmentRow>(
    `SELECT ${SEGMENT_COLUMNS} FROM segment WHERE is_dropped = 0 AND number < ? ORDER BY number LIMIT 1`,
  );
  const firstSeqOf = db.prepare<[number], number>('SELECT first_seq FROM segment WHERE number = ?').pluck();
  const hashAt = db.prepare<[number], Buffer>('SELECT hash FROM event WHERE seq = ?').pluck();
  const comments = db.prepare<[number, number]>(COMMENTS);
  const rest = REST.map((sql) => db.prepare<[number, number]>(sql));
  const dropDocuments = db.prepare<[number]>('DELETE FROM document WHERE named_seq < ?');
  const setProgress = db.prepare(
    'INSERT OR REPLACE INTO drop_progress (progress_id, seq, hash, mac) VALUES (1, ?, ?, ?)',
  );
  const setDropped = db.prepare('UPDATE segment SET is_dropped = 1, mac = ? WHERE number = ?');

  /** Events from one seq up to, and without, another. */
  const dropPiece = (from: number, to: number) => {
    const hash = hashAt.get(to - 1);
    if (hash === undefined) throw new JournalBroken(to - 1, 'it is missing');
    overwriting(db, () => comments.run(from, to));
    for (const statement of rest) statement.run(from, to);
    dropDocuments.run(to);
    setProgress.run(to - 1, hash, dropProgressMac(key, { seq: to - 1, hash }));
  };

  const step = (before: number, events: number): DropStep => {
    const segment = oldest.get(before);
    const end = segment === undefined ? undefined : firstSeqOf.get(segment.number + 1);
    // The newest day has no next one: it stays, whatever was asked for.
    if (segment === undefined || end === undefined) return { state: 'done' };
    const from = Math.max(segment.firstSeq, (readDropProgress(db)?.seq ?? 0) + 1);
    const to = Math.min(end, from + events);
    // What is dropped may not come back: its figures are made first.
    if ((readModelPosition(db) ?? 0) < to - 1) return { state: 'waits' };
    if (from < to) dropPiece(from, to);
    if (to < end) return { state: 'more' };
    setDropped.run(segmentMac(key, { ...segment, isDropped: 1 }), segment.number);
    db.prepare('DELETE FROM answer WHERE segment <= ?').run(segment.number);
    db.exec('DELETE FROM drop_progress');
    return { state: 'dayDropped', segment: segment.number, businessDay: segment.businessDay };
  };
  const inTransaction = db.transaction(step);
  return (before, events) => inTransaction.immediate(before, events);
}
