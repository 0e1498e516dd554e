// Which displays have painted which call: beside the journal, in batches; the first of a call is an event besides.
import type { Database } from 'better-sqlite3';

export interface Receipt {
  readonly callSeq: number;
  readonly displayId: string;
  readonly paintedAt: number;
}

export interface Receipts {
  /** One batch; a receipt that is there already stays as it was. */
  save(rows: readonly Receipt[]): void;
  /** The displays that painted a call. */
  of(callSeq: number): string[];
}

export function openReceipts(db: Database): Receipts {
  const insert = db.prepare(
    'INSERT INTO receipt (call_seq, display_id, painted_at) VALUES (?, ?, ?) ON CONFLICT (call_seq, display_id) DO NOTHING',
  );
  const find = db
    .prepare<[number], string>('SELECT display_id FROM receipt WHERE call_seq = ? ORDER BY display_id')
    .pluck();
  const save = db.transaction((rows: readonly Receipt[]) => {
    for (const { callSeq, displayId, paintedAt } of rows) insert.run(callSeq, displayId, paintedAt);
  });
  return { save: (rows) => save.immediate(rows), of: (callSeq) => find.all(callSeq) };
}
