// The evaluations that were recorded for one business day, with what was written: for whoever may read it.
import type { Database } from 'better-sqlite3';
import type { EvaluationsAnswer, RecordedEvaluation } from '@jiaohao/contracts/http';
import type { Comments } from './comments.ts';

export interface RecordedEvaluations {
  /** Up to `limit` behind an evaluation, in the order of evaluationId; null for a business day that the journal does not know. */
  ofDay(businessDay: string, after: number, limit: number): EvaluationsAnswer | null;
}

interface Row {
  readonly evaluationId: number;
  readonly ticketId: number;
  readonly ticketNumber: string;
  readonly windowId: string;
  readonly staffNo: string | null;
  readonly rating: RecordedEvaluation['rating'];
  readonly reasons: string | null;
  readonly recordedAt: number;
  readonly isSupplement: number;
  readonly isOnBehalf: number;
  readonly commentRef: string | null;
}

const DAY = `SELECT segment.first_seq AS first, later.first_seq AS next FROM segment
  LEFT JOIN segment AS later ON later.number = segment.number + 1 WHERE segment.business_day = ?`;

const RECORDED = `SELECT evaluation_id AS evaluationId, ticket_id AS ticketId, ticket_number AS ticketNumber,
  evaluation.window_id AS windowId, staff_no AS staffNo, rating, reasons, recorded_at AS recordedAt,
  is_supplement AS isSupplement, is_on_behalf AS isOnBehalf, comment_ref AS commentRef
  FROM evaluation JOIN ticket USING (ticket_id)
  WHERE evaluation_id > ? AND evaluation_id < ? AND evaluation.state = 'recorded' ORDER BY evaluation_id LIMIT ?`;

export function openRecordedEvaluations(db: Database, comments: Comments): RecordedEvaluations {
  const findDay = db.prepare<[string], { first: number; next: number | null }>(DAY);
  const recorded = db.prepare<[number, number, number], Row>(RECORDED);
  const published = ({ reasons, isSupplement, isOnBehalf, commentRef, ...row }: Row): RecordedEvaluation => ({
    ...row,
    reasons: reasons === null ? [] : reasons.split(',').map(Number),
    isSupplement: isSupplement === 1,
    isOnBehalf: isOnBehalf === 1,
    comment: commentRef === null ? null : comments.textOf(commentRef),
  });
  return {
    ofDay: (businessDay, after, limit) => {
      const day = findDay.get(businessDay);
      if (day === undefined) return null;
      const rows = recorded.all(Math.max(after, day.first), day.next ?? Number.MAX_SAFE_INTEGER, limit + 1);
      return { evaluations: rows.slice(0, limit).map(published), hasMore: rows.length > limit };
    },
  };
}
