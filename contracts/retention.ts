// How long the hall keeps what it knows: limits and defaults of these policies, in one place for configuration, rules and documents.
import { z } from 'zod';
import { DurationMs } from './ids.ts';

const DAY_MS = 86_400_000;

/**
 * 184 days are the longest six months there are. The journal is the log of who did what, and logs stay six months at least
 * (网络安全法 art. 21); a hall that is open every day has one business day each.
 */
const SIX_MONTHS_DAYS = 184;
const A_CENTURY_DAYS = 36_525;
const A_CENTURY_MS = A_CENTURY_DAYS * DAY_MS;

/** `null`: kept for good. Absent: `RETENTION_DEFAULTS`. Without defaults here, so that configurations stored before keep their hash. */
export const retentionPolicies = {
  /** Business days whose events stay, the newest among them. Older ones go; their figures stay without identity. */
  journalKeptBusinessDays: z.int().min(SIX_MONTHS_DAYS).max(A_CENTURY_DAYS).nullable().exactOptional(),
  /** How long the hall still knows a card since it was last seen. A day at least: who waits today is known today. */
  personKeptMs: DurationMs.min(DAY_MS).max(A_CENTURY_MS).nullable().exactOptional(),
  /** How long the free text of an evaluation stays. A month at least: a bad rating is looked into, and answered, first. */
  commentKeptMs: DurationMs.min(30 * DAY_MS)
    .max(A_CENTURY_MS)
    .nullable()
    .exactOptional(),
} as const;

/**
 * No law or standard that we have seen names these periods. Journal: kept for good. Persons: the shortest that lets a log of
 * six months be understood (个人信息保护法 art. 19 asks for the shortest). Free texts: three years, as tickets for statistics.
 */
export const RETENTION_DEFAULTS = {
  journalKeptBusinessDays: null,
  personKeptMs: SIX_MONTHS_DAYS * DAY_MS,
  commentKeptMs: 1_096 * DAY_MS,
} as const;

export type RetentionPolicies = z.infer<z.ZodObject<typeof retentionPolicies>>;

/** What holds: as configured, else as by default. */
export function retentionOf(policies: RetentionPolicies): Required<RetentionPolicies> {
  const { journalKeptBusinessDays, personKeptMs, commentKeptMs } = { ...RETENTION_DEFAULTS, ...policies };
  return { journalKeptBusinessDays, personKeptMs, commentKeptMs };
}

/** What may go at an instant, as the rules say it and the journal carries it out; null: nothing of it. */
export interface RetentionLimits {
  /** Business days that stay, the newest among them. */
  readonly businessDaysKept: number | null;
  /** Epoch ms. */
  readonly personsSeenBefore: number | null;
  readonly commentsWrittenBefore: number | null;
}
