// How long things are kept, as a rule: what may go at an instant (rule Q34). The journal carries it out.
import { retentionOf } from '@jiaohao/contracts/retention';
import type { RetentionLimits, RetentionPolicies } from '@jiaohao/contracts/retention';

export function retentionLimits(policies: RetentionPolicies, now: number): RetentionLimits {
  const { journalKeptBusinessDays, personKeptMs, commentKeptMs } = retentionOf(policies);
  return {
    businessDaysKept: journalKeptBusinessDays,
    personsSeenBefore: personKeptMs === null ? null : now - personKeptMs,
    commentsWrittenBefore: commentKeptMs === null ? null : now - commentKeptMs,
  };
}
