// The right side of the hall board: seven queues a page, a page every twelve seconds, and the words for a wait.
import type { BoardStatus } from '@jiaohao/contracts/views';
import { texts } from './texts.ts';

export type BoardQueue = BoardStatus['queues'][number];

export const QUEUES_PER_PAGE = 7;
export const PAGE_MS = 12_000;
const MINUTE_MS = 60_000;

/** The page of queues at a time of the local clock, and when the next takes its place (null: there is only one). */
export function queuePageAt(
  queues: readonly BoardQueue[],
  now: number,
): { readonly queues: readonly BoardQueue[]; readonly nextAt: number | null } {
  const pages = Math.ceil(queues.length / QUEUES_PER_PAGE);
  if (pages <= 1) return { queues, nextAt: null };
  const turn = Math.floor(now / PAGE_MS);
  const first = (turn % pages) * QUEUES_PER_PAGE;
  return { queues: queues.slice(first, first + QUEUES_PER_PAGE), nextAt: (turn + 1) * PAGE_MS };
}

/** 约 n 分, rounded up, for a wait told by the hall; 空闲 where a window is free. */
export function waitText(estimatedWaitMs: number | null): string {
  if (estimatedWaitMs === null) return texts.free;
  return texts.aboutMinutes(Math.max(1, Math.ceil(estimatedWaitMs / MINUTE_MS)));
}
