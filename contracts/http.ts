// What HTTP routes answer: bodies that have no other name. Requests and views have their schemas elsewhere.
import { z } from 'zod';
import { EventBody, EventEnvelope } from './events.ts';
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
