// Read model `call`: one row a callSeq, with who called whom where, and when a display first showed it.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

/** A recall under the same callSeq raises the count; one with a callSeq of its own is a row of its own. */
const CALL = `INSERT INTO call (call_seq, ticket_id, window_id, staff_no, call_count, called_at)
  VALUES (@callSeq, @ticketId, @windowId, @staffNo, @callCount, @at)`;
const RECALL = `${CALL} ON CONFLICT (call_seq) DO UPDATE SET call_count = @callCount, recalled_at = @at`;
const SEE = 'UPDATE call SET seen_at = ?, seen_display_id = ? WHERE call_seq = ? AND seen_at IS NULL';

export function callProjection(db: Database): Projection {
  const call = db.prepare(CALL);
  const recall = db.prepare(RECALL);
  const see = db.prepare(SEE);
  return {
    TicketCalled: ({ callSeq, ticketId, windowId, staffNo, callCount, at }) =>
      call.run({ callSeq, ticketId, windowId, staffNo, callCount, at }),
    TicketRecalled: ({ callSeq, ticketId, windowId, staffNo, callCount, at }) =>
      recall.run({ callSeq, ticketId, windowId, staffNo, callCount, at }),
    CallSeen: ({ at, displayId, callSeq }) => see.run(at, displayId, callSeq),
  };
}
