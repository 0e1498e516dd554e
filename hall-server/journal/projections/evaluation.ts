// Read model `evaluation`: one row an evaluation, asked once or more, then recorded or lapsed.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const REQUEST = `INSERT INTO evaluation (evaluation_id, ticket_id, window_id, staff_no, state, requested_at, asking)
  VALUES (?, ?, ?, ?, 'requested', ?, ?)`;
const REQUEST_AGAIN = `UPDATE evaluation SET state = 'requested', asking = ?, lapsed_at = NULL, lapse_reason = NULL WHERE evaluation_id = ?`;
const RECORD = `UPDATE evaluation SET state = 'recorded', rating = ?, recorded_at = ?, is_supplement = ?, is_on_behalf = ?,
  reasons = ?, comment_ref = ?
  WHERE evaluation_id = ?`;
const LAPSE = `UPDATE evaluation SET state = 'lapsed', lapsed_at = ?, lapse_reason = ? WHERE evaluation_id = ?`;

export function evaluationProjection(db: Database): Projection {
  const request = db.prepare(REQUEST);
  const requestAgain = db.prepare(REQUEST_AGAIN);
  const record = db.prepare(RECORD);
  const lapse = db.prepare(LAPSE);
  return {
    EvaluationRequested: ({ seq, evaluationId, ticketId, windowId, staffNo, at, asking }) => {
      // Named by the seq of its first event: any other is a repeated asking.
      if (evaluationId === seq) request.run(evaluationId, ticketId, windowId, staffNo, at, asking);
      else requestAgain.run(asking, evaluationId);
    },
    EvaluationRecorded: ({ rating, at, supplement, onBehalf, reasons, commentRef, evaluationId }) => {
      const codes = reasons?.join(',') ?? null;
      record.run(rating, at, Number(supplement), Number(onBehalf), codes, commentRef ?? null, evaluationId);
    },
    EvaluationLapsed: ({ at, reason, evaluationId }) => lapse.run(at, reason, evaluationId),
  };
}
