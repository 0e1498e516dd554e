// What HTTP routes answer: bodies that have no other name. Requests and views have their schemas elsewhere.
import { z } from 'zod';
import { Rating } from './evaluation.ts';
import { EventBody, EventEnvelope } from './events.ts';
import { EvaluationId, Instant, TicketId, TicketNumber } from './ids.ts';
import { Refusal } from './refusals.ts';

/** How many tokens there were to end. */
export const RevokedAnswer = z.strictObject({ revoked: z.number().int().min(0) });

export const TokenAnswer = z.strictObject({ token: z.string() });
export const TopicsAnswer = z.strictObject({ topics: z.array(z.string()) });
export const ApplicantAnswer = z.strictObject({ applicant: z.strictObject({ maskedName: z.string() }).nullable() });
export const HealthzAnswer = z.strictObject({
  /** `readOnly`: the storage is full; views go on, nothing can be changed. */
  status: z.enum(['ok', 'readOnly']),
  businessDay: z.string().nullable(),
});

/** An event as the journal gives it out: its body and the envelope in one object. */
export const PublishedEvent = z.union(EventBody.options.map((option) => option.extend(EventEnvelope.shape)));
export const EventsAnswer = z.strictObject({
  events: z.array(PublishedEvent),
  /** Ask on with `after` set to this. */
  lastSeq: z.int().min(0),
  /** More may be there. */
  hasMore: z.boolean(),
});

/** A rating as it was given. Personal, where somebody wrote something. */
export const RecordedEvaluation = z.strictObject({
  evaluationId: EvaluationId,
  ticketId: TicketId,
  ticketNumber: TicketNumber,
  windowId: z.string(),
  staffNo: z.string().nullable(),
  rating: Rating,
  /** Official codes (evaluation-reasons.ts), in rising order. */
  reasons: z.array(z.int()),
  recordedAt: Instant,
  /** Given after the lapse (补评). */
  isSupplement: z.boolean(),
  /** Entered by staff for somebody: left out of the rates. */
  isOnBehalf: z.boolean(),
  /** The free text; null where nothing was written, or it is kept no longer. */
  comment: z.string().nullable(),
});
export type RecordedEvaluation = z.infer<typeof RecordedEvaluation>;

export const EvaluationsAnswer = z.strictObject({
  evaluations: z.array(RecordedEvaluation),
  /** More may be there: ask on with `after` set to the last evaluationId. */
  hasMore: z.boolean(),
});
export type EvaluationsAnswer = z.infer<typeof EvaluationsAnswer>;

/** A rule said no: nothing was changed. */
export const RefusalAnswer = z.strictObject({ refusal: Refusal });
/** The request itself cannot be answered: not understood, not allowed, not now. */
export const ErrorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    /** The part of the request that is wrong, as a dotted path. */
    field: z.string().optional(),
    zh: z.string(),
    en: z.string(),
  }),
});
