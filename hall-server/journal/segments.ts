// Business days as segments of the journal: where each begins, and what hash it continues.
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { JournalBroken } from './errors.ts';
import { segmentMac } from './hash-chain.ts';
import type { SegmentRow } from './hash-chain.ts';

export interface Segments {
  /** The segment that is being written; number 0 holds what was before the first business day. */
  newest(): SegmentRow;
  begin(segment: Omit<SegmentRow, 'isDropped'>): void;
}

export const SEGMENT_COLUMNS =
  'number, business_day AS businessDay, first_seq AS firstSeq, closing_hash AS closingHash, is_dropped AS isDropped';

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

  return {
    newest: () => {
      const row = findNewest.get();
      if (row === undefined) throw new JournalBroken(1, 'the segments are gone');
      return row;
    },
    begin,
  };
}
