// Read model `call`: one row a call, with who called whom where, and when a display first showed it.
import type { EventOf } from '@jiaohao/contracts/events';
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const CALL = `INSERT INTO call (call_seq, ticket_id, window_id, staff_no, call_count, is_recall, called_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const SEE = 'UPDATE call SET seen_at = ?, seen_display_id = ? WHERE call_seq = ? AND seen_at IS NULL';

export function callProjection(db: Database): Projection {
  const insert = db.prepare(CALL);
  const see = db.prepare(SEE);
  // A recall is a call of its own, to be seen anew: engine/RULES.md, Q9.
  const call = ({
    type,
    callSeq,
    ticketId,
    windowId,
    staffNo,
    callCount,
    at,
  }: EventOf<'TicketCalled' | 'TicketRecalled'>) =>
    void insert.run(callSeq, ticketId, windowId, staffNo, callCount, Number(type === 'TicketRecalled'), at);
  return {
    TicketCalled: call,
    TicketRecalled: call,
    CallSeen: ({ at, displayId, callSeq }) => see.run(at, displayId, callSeq),
  };
}
