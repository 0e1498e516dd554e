// The keyed hash chain: every event's hash covers the hash before it, so no row changes, goes or comes unseen.
import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyedHash } from './keyed-hash.ts';

/** What stands before the first event of all. */
export const CHAIN_START = Buffer.alloc(32);

export interface EventRow {
  readonly seq: number;
  readonly at: number;
  readonly segment: number;
  readonly type: string;
  /** JSON */
  readonly principal: string;
  /** JSON, without what is kept in documents. */
  readonly body: string;
}

export type ChainHash = (previous: Buffer, row: EventRow) => Buffer;

/** HMAC-SHA256 over the hash before and the row. Lengths stand before the texts, so that no border can move. */
export function chainHash(key: KeyObject): ChainHash {
  const hash = keyedHash(key);
  return (previous, { seq, at, segment, type, principal, body }) => {
    const head = `${seq} ${at} ${segment} ${type.length} ${principal.length}\n`;
    return hash(previous, `${head}${type}${principal}${body}`);
  };
}

export interface SegmentRow {
  readonly number: number;
  readonly businessDay: string | null;
  readonly firstSeq: number;
  readonly closingHash: Buffer | null;
  readonly isDropped: number;
}

/** Keyed hash of a segment's own row: it still proves the closing hash when the segment's events are gone. */
export function segmentMac(key: KeyObject, segment: SegmentRow): Buffer {
  const { number, businessDay, firstSeq, closingHash, isDropped } = segment;
  const text = `segment ${JSON.stringify([number, businessDay, firstSeq, closingHash?.toString('hex') ?? null, isDropped])}`;
  return createHmac('sha256', key).update(text).digest();
}
