// Events read back: from the newest business day with the chain proved on the way, or a few after a seq.
import type { KeyObject } from 'node:crypto';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { Database } from 'better-sqlite3';
import type { ChainHead } from './append-event.ts';
import { JournalBroken } from './errors.ts';
import { DocumentBroken, EVENT_COLUMNS, prepareEventOf } from './event-rows.ts';
import type { StoredEventRow } from './event-rows.ts';
import { CHAIN_START, chainHash } from './hash-chain.ts';
import type { Segments } from './segments.ts';

export interface EventReader {
  readHead(): ChainHead;
  /** From `firstSeq` to `lastSeq`. Throws `JournalBroken`. Read it to its end before anything is written. */
  verified(firstSeq: number, lastSeq: number): Generator<HallEvent, void>;
  after(seq: number, limit: number): HallEvent[];
}

export function openReader(db: Database, key: KeyObject, segments: Segments): EventReader {
  const newest = db.prepare<[], Omit<ChainHead, 'segment'>>(
    'SELECT seq, at, hash FROM event ORDER BY seq DESC LIMIT 1',
  );
  const hashAt = db.prepare<[number], Buffer>('SELECT hash FROM event WHERE seq = ?').pluck();
  const rowsFrom = db.prepare<[number], StoredEventRow>(
    `SELECT ${EVENT_COLUMNS} FROM event WHERE seq >= ? ORDER BY seq`,
  );
  const keptAfter = prepareKeptEvents(db);
  const hashOf = chainHash(key);
  const eventOf = prepareEventOf(db);

  return {
    readHead: () => ({ ...(newest.get() ?? { seq: 0, at: 0, hash: CHAIN_START }), segment: segments.newest().number }),
    verified: function* (firstSeq, lastSeq) {
      // Where retention has taken the day before, its closing hash stands in the segment.
      let previous = hashAt.get(firstSeq - 1) ?? segments.newest().closingHash ?? CHAIN_START;
      let expected = firstSeq;
      for (const row of rowsFrom.iterate(firstSeq)) {
        if (row.seq !== expected) break;
        if (!hashOf(previous, row).equals(row.hash)) throw new JournalBroken(row.seq, 'it has been changed');
        previous = row.hash;
        expected += 1;
        yield orBroken(row, eventOf);
      }
      if (expected !== lastSeq + 1) throw new JournalBroken(expected, 'it is missing');
    },
    after: (seq, limit) => keptAfter(seq, limit).map(({ event }) => event),
  };
}

function orBroken(row: StoredEventRow, eventOf: (row: StoredEventRow) => HallEvent): HallEvent {
  try {
    return eventOf(row);
  } catch (error) {
    if (!(error instanceof DocumentBroken)) throw error;
    throw new JournalBroken(row.seq, error.message);
  }
}

/** An event and the segment that it lies in. */
export interface KeptEvent {
  readonly event: HallEvent;
  readonly segment: number;
}

/** Every event that retention has left, up to a seq; the chain is not proved. */
export function* keptEvents(db: Database, lastSeq: number): Generator<KeptEvent, void> {
  const eventOf = prepareEventOf(db);
  const rows = db.prepare<[number], StoredEventRow>(`SELECT ${EVENT_COLUMNS} FROM event WHERE seq <= ? ORDER BY seq`);
  for (const row of rows.iterate(lastSeq)) yield { event: eventOf(row), segment: row.segment };
}

/** The result reads up to `limit` events after a seq; the chain is not proved. */
export function prepareKeptEvents(db: Database): (afterSeq: number, limit: number) => KeptEvent[] {
  const eventOf = prepareEventOf(db);
  const rows = db.prepare<[number, number], StoredEventRow>(
    `SELECT ${EVENT_COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  return (afterSeq, limit) => rows.all(afterSeq, limit).map((row) => ({ event: eventOf(row), segment: row.segment }));
}
