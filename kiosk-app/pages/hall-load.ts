// How busy the hall is, in three steps against its own wait target.
import type { KioskView } from '@jiaohao/contracts/views';

export type HallLoad = 'quiet' | 'steady' | 'busy';

/** Nobody waiting or under half of the target quiet, up to the target steady, above it busy. Before the first call the longest estimate stands in. */
export function hallLoad(view: KioskView): HallLoad {
  if (view.waiting === 0) return 'quiet';
  const waitMs = view.averageWaitMs ?? Math.max(0, ...view.queues.map((queue) => queue.estimatedWaitMs ?? 0));
  if (waitMs * 2 < view.waitTargetMs) return 'quiet';
  return waitMs <= view.waitTargetMs ? 'steady' : 'busy';
}
