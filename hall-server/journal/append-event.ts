// One event into the journal: chained to the one before, its documents kept.
import type { KeyObject } from 'node:crypto';
import type { EventOf, EventType, HallEvent } from '@jiaohao/contracts/events';
import type { Database } from 'better-sqlite3';
import type { AnsweredColumns } from './answers.ts';
import { EVENT_COLUMNS, prepareSaveConfig, rowOf } from './event-rows.ts';
import { chainHash } from './hash-chain.ts';
import type { Batch } from './batch.ts';
import type { Segments } from './segments.ts';

/** The newest event, as the next one needs it. */
export interface ChainHead {
  readonly seq: number;
  readonly at: number;
  readonly hash: Buffer;
  /** Number of the segment that is being written. */
  readonly segment: number;
}

const UNANSWERED = { requestKey: null, answered: null };

/** Of a morning's rush: with most of these nothing else is written. */
const MAY_BE_ALONE: ReadonlySet<string> = new Set<EventType>(['TicketIssued', 'TicketPrinted']);

/**
 * The result writes an event behind `head`, with the answer to the request that it is the last event of, and returns the
 * new head. It needs a batch around it.
 */
export function prepareAppend(db: Database, batch: Batch, key: KeyObject, segments: Segments) {
  const insert = db.prepare(
    `INSERT INTO event (${EVENT_COLUMNS}, request_key, answered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const hashOf = chainHash(key);
  const saveConfig = prepareSaveConfig(db);

  const openSegment = (event: EventOf<'DayOpened'>, head: ChainHead): EventOf<'DayOpened'> => {
    const closingHash = head.seq === 0 ? null : head.hash;
    segments.begin({ number: head.segment + 1, businessDay: event.businessDay, firstSeq: event.seq, closingHash });
    saveConfig(event.carried.config, event.carried.configHash, event.seq);
    return { ...event, closingHash: closingHash?.toString('hex') ?? null };
  };

  return (given: HallEvent, head: ChainHead, answered: AnsweredColumns | null): ChainHead => {
    if (given.seq !== head.seq + 1) throw new Error(`event ${given.seq} cannot follow event ${head.seq}`);
    if (given.type === 'HallConfigured' || given.type === 'DayOpened') batch.join();
    if (given.type === 'HallConfigured') saveConfig(given.config, given.configHash, given.seq);
    const event = given.type === 'DayOpened' ? openSegment(given, head) : given;
    const segment = given.type === 'DayOpened' ? head.segment + 1 : head.segment;
    const row = rowOf(event, segment);
    const hash = hashOf(head.hash, row);
    const { seq, at, type, principal, body } = row;
    const { requestKey, answered: told } = answered ?? UNANSWERED;
    batch.write(
      () => insert.run(seq, at, segment, type, principal, body, hash, requestKey, told),
      MAY_BE_ALONE.has(type),
    );
    return { seq, at, hash, segment };
  };
}
