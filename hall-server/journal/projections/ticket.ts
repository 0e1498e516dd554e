// Read model `ticket`: one row a ticket, with the state it is in and the times that reports count.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const ISSUE = `INSERT INTO ticket (ticket_id, segment, ticket_number, queue_id, service_item_id, person_ref, priority_class,
  priority_reason, people_ahead, estimated_wait_ms, channel, terminal_id, issued_at, state, state_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`;
const CALL = `UPDATE ticket SET state = 'called', state_at = @at, window_id = @windowId, call_count = @callCount,
  first_called_at = coalesce(first_called_at, @at) WHERE ticket_id = @ticketId`;
const RECALL = 'UPDATE ticket SET call_count = ? WHERE ticket_id = ?';
const CHANGE = 'UPDATE ticket SET state = ?, state_at = ? WHERE ticket_id = ?';
const MISS = `UPDATE ticket SET state = 'missed', state_at = ?, missed_count = missed_count + 1 WHERE ticket_id = ?`;
const EXPIRE = `UPDATE ticket SET state = 'expired', state_at = ?, expired_from = ? WHERE ticket_id = ?`;
const PRINT = 'UPDATE ticket SET printed_at = ?, print_failure = NULL WHERE ticket_id = ?';
const FAIL = 'UPDATE ticket SET print_failure = ? WHERE ticket_id = ?';
const REPRINT = 'UPDATE ticket SET print_attempt = ? WHERE ticket_id = ?';

export function ticketProjection(db: Database): Projection {
  const issue = db.prepare(ISSUE);
  const call = db.prepare(CALL);
  const recall = db.prepare(RECALL);
  const change = db.prepare(CHANGE);
  const miss = db.prepare(MISS);
  const expire = db.prepare(EXPIRE);
  const print = db.prepare(PRINT);
  const fail = db.prepare(FAIL);
  const reprint = db.prepare(REPRINT);
  return {
    TicketIssued: (event, segment) =>
      issue.run(
        event.ticketId,
        segment,
        event.ticketNumber,
        event.queueId,
        event.serviceItemId,
        event.personRef,
        event.priorityClass,
        event.priorityReason,
        event.peopleAhead,
        event.estimatedWaitMs,
        event.channel,
        event.terminalId,
        event.at,
        event.at,
      ),
    TicketPrinted: ({ at, ticketId }) => print.run(at, ticketId),
    TicketPrintingFailed: ({ failure, ticketId }) => fail.run(failure, ticketId),
    TicketReprinted: ({ attempt, ticketId }) => reprint.run(attempt, ticketId),
    TicketCalled: ({ at, windowId, callCount, ticketId }) => call.run({ at, windowId, callCount, ticketId }),
    TicketRecalled: ({ callCount, ticketId }) => recall.run(callCount, ticketId),
    ServingStarted: ({ startedAt, ticketId }) => change.run('serving', startedAt, ticketId),
    ServingFinished: ({ at, ticketId }) => change.run('finished', at, ticketId),
    TicketMissed: ({ at, ticketId }) => miss.run(at, ticketId),
    TicketRequeued: ({ at, ticketId }) => change.run('waiting', at, ticketId),
    TicketExpired: ({ at, from, ticketId }) => expire.run(at, from, ticketId),
  };
}
