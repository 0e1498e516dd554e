// How far the oldest day has been dropped, while it is: where the chain of what is left begins.
import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** The newest event that is gone. Its hash is what the first one left continues. */
export interface DropProgress {
  readonly seq: number;
  readonly hash: Buffer;
}

export interface StoredProgress extends DropProgress {
  readonly mac: Buffer;
}

/** Null while no day is half dropped. */
export function readDropProgress(db: Database): StoredProgress | null {
  return db.prepare<[], StoredProgress>('SELECT seq, hash, mac FROM drop_progress').get() ?? null;
}

/** Keyed: nobody else can pass off events that he took away as dropped. */
export function dropProgressMac(key: KeyObject, { seq, hash }: DropProgress): Buffer {
  return createHmac('sha256', key)
    .update(`dropped ${seq} ${hash.toString('hex')}`)
    .digest();
}

/** The first event that retention has left, and the oldest segment that is whole; `segments` oldest first. */
export function firstKept(
  segments: readonly { readonly number: number; readonly firstSeq: number; readonly isDropped: number }[],
  progress: DropProgress | null,
): { readonly seq: number; readonly segment: number } {
  const kept = segments.filter(({ isDropped }) => isDropped === 0);
  const seq = Math.max(kept[0]?.firstSeq ?? 1, (progress?.seq ?? 0) + 1);
  return { seq, segment: kept.find(({ firstSeq }) => firstSeq >= seq)?.number ?? 0 };
}
