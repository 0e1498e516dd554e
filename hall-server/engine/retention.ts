// How long things are kept, as a rule: what may go at an instant (rule Q34). The journal carries it out.
import { retentionOf } from '@jiaohao/contracts/retention';
import type { RetentionPolicies } from '@jiaohao/contracts/retention';

/** As the journal takes it: business days that stay; epoch ms before which persons and texts go; null for nothing. */
export interface RetentionLimits {
  readonly businessDaysKept: number | null;
  readonly personsSeenBefore: number | null;
  readonly commentsWrittenBefore: number | null;
}

export function retentionLimits(policies: RetentionPolicies, now: number): RetentionLimits {
  const { journalKeptBusinessDays, personKeptMs, commentKeptMs } = retentionOf(policies);
  return {
    businessDaysKept: journalKeptBusinessDays,
    personsSeenBefore: personKeptMs === null ? null : now - personKeptMs,
    commentsWrittenBefore: commentKeptMs === null ? null : now - commentKeptMs,
  };
}
