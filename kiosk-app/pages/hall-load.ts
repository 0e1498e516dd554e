// How busy the hall is, in three steps against its own wait target.
import type { KioskView } from '@jiaohao/contracts/views';

export type HallLoad = 'quiet' | 'steady' | 'busy';

/**
 * Nobody waiting or under half of the target quiet, up to the target steady, above it busy. Before the first call the longest
 * estimate of a queue where somebody waits stands in.
 */
export function hallLoad(view: KioskView): HallLoad {
  if (view.waiting === 0) return 'quiet';
  const estimatesMs = view.queues.map(({ waiting, estimatedWaitMs }) => (waiting === 0 ? 0 : (estimatedWaitMs ?? 0)));
  const waitMs = view.averageWaitMs ?? Math.max(0, ...estimatesMs);
  if (waitMs * 2 < view.waitTargetMs) return 'quiet';
  return waitMs <= view.waitTargetMs ? 'steady' : 'busy';
}
