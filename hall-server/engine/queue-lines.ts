// The two lines of a queue, seen from one class: its own, and the one it alternates with.
import type { PriorityClass } from '@jiaohao/contracts/ticket';
import type { QueueState } from './state.ts';
import type { WaitingLine } from './waiting-line.ts';

export function linesOf(queue: QueueState, priorityClass: PriorityClass): { own: WaitingLine; other: WaitingLine } {
  return priorityClass === 'priority'
    ? { own: queue.priority, other: queue.ordinary }
    : { own: queue.ordinary, other: queue.priority };
}
