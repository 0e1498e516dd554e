// Read model `serving`: one row for each time that a ticket was served, at which window, by whom, how long.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const START = 'INSERT INTO serving (serving_seq, ticket_id, window_id, started_at, is_inferred) VALUES (?, ?, ?, ?, ?)';
const FINISH = `UPDATE serving SET finished_at = ?, serving_ms = ?, staff_no = ?
  WHERE ticket_id = ? AND finished_at IS NULL`;

export function servingProjection(db: Database): Projection {
  const start = db.prepare(START);
  const finish = db.prepare(FINISH);
  return {
    ServingStarted: ({ seq, ticketId, windowId, startedAt, inferred }) =>
      start.run(seq, ticketId, windowId, startedAt, Number(inferred)),
    ServingFinished: ({ at, servingMs, staffNo, ticketId }) => finish.run(at, servingMs, staffNo, ticketId),
  };
}
