// Business days as segments of the journal: where each begins, what hash it continues, and how old ones are dropped.
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { JournalBroken } from './errors.ts';
import { segmentMac } from './hash-chain.ts';
import type { SegmentRow } from './hash-chain.ts';
import { READ_MODELS } from './read-models.ts';
import { overwriting } from './sealed-field.ts';

export interface Segments {
  /** The segment that is being written; number 0 holds what was before the first business day. */
  newest(): SegmentRow;
  begin(segment: Omit<SegmentRow, 'isDropped'>): void;
  /** Drops the events of all segments before this one, and what follows from them; their closing hashes stay. */
  dropBefore(number: number): void;
}

export const SEGMENT_COLUMNS =
  'number, business_day AS businessDay, first_seq AS firstSeq, closing_hash AS closingHash, is_dropped AS isDropped';

const DROPPED_COMMENTS = `DELETE FROM evaluation_comment WHERE comment_ref IN (
  SELECT comment_ref FROM evaluation WHERE evaluation_id < ?)`;

const UNUSED_DOCUMENTS = `DELETE FROM document WHERE hash NOT IN (
  SELECT body ->> '$.configHash' FROM event WHERE type = 'HallConfigured'
  UNION SELECT body ->> '$.carried.configHash' FROM event WHERE type = 'DayOpened')`;

export function openSegments(db: Database, key: KeyObject): Segments {
  const select = `SELECT ${SEGMENT_COLUMNS} FROM segment`;
  const findNewest = db.prepare<[], SegmentRow>(`${select} ORDER BY number DESC LIMIT 1`);
  const insert = db.prepare(
    'INSERT INTO segment (number, business_day, first_seq, closing_hash, mac) VALUES (?, ?, ?, ?, ?)',
  );
  const begin: Segments['begin'] = (segment) => {
    const { number, businessDay, firstSeq, closingHash } = segment;
    insert.run(number, businessDay, firstSeq, closingHash, segmentMac(key, { ...segment, isDropped: 0 }));
  };
  if (findNewest.get() === undefined) begin({ number: 0, businessDay: null, firstSeq: 1, closingHash: null });

  const drop = db.transaction((kept: SegmentRow) => {
    const dropped = db.prepare<[number], SegmentRow>(`${select} WHERE number < ? AND is_dropped = 0`).all(kept.number);
    const mark = db.prepare('UPDATE segment SET is_dropped = 1, mac = ? WHERE number = ?');
    for (const segment of dropped) mark.run(segmentMac(key, { ...segment, isDropped: 1 }), segment.number);
    db.prepare('DELETE FROM event WHERE seq < ?').run(kept.firstSeq);
    // Before the evaluations: nothing else says which day a text is of.
    overwriting(db, () => db.prepare(DROPPED_COMMENTS).run(kept.firstSeq));
    for (const { table, key: id } of READ_MODELS) {
      db.prepare(`DELETE FROM ${table} WHERE ${id} < ?`).run(table === 'day' ? kept.number : kept.firstSeq);
    }
    db.prepare('DELETE FROM answer WHERE segment < ?').run(kept.number);
    db.prepare('DELETE FROM receipt WHERE call_seq < ?').run(kept.firstSeq);
    db.exec(UNUSED_DOCUMENTS);
  });

  return {
    newest: () => {
      const row = findNewest.get();
      if (row === undefined) throw new JournalBroken(1, 'the segments are gone');
      return row;
    },
    begin,
    dropBefore: (number) => {
      const kept = db.prepare<[number], SegmentRow>(`${select} WHERE number = ?`).get(number);
      if (kept === undefined) throw new Error(`There is no segment ${number}.`);
      drop.immediate(kept);
    },
  };
}
