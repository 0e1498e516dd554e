// The right side of the hall board: seven rows a page, a page every twelve seconds, and the words for a wait.
import type { BoardStatus } from '@jiaohao/contracts/views';
import { nameIn } from '@jiaohao/look/language-pair';
import type { ScreenShape } from './screen-shape.ts';
import { textSizeFor } from './text-fit.ts';
import { firstLanguage, texts } from './texts.ts';

export type BoardQueue = BoardStatus['queues'][number];

export const ROWS_PER_PAGE = 7;
export const PAGE_MS = 12_000;
const MINUTE_MS = 60_000;

/** Width of a queue's name in px of the drawing, and the sizes it is set in. Three lines of the least size fill one row. */
export const NAME_PX: Readonly<Record<ScreenShape, number>> = { landscape: 284, portrait: 690 };
const LINES_PER_ROW = 3;
export const NAME_SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 38, lines: 2 },
  { sizePx: 32, lines: LINES_PER_ROW },
  { sizePx: 32, lines: 2 * LINES_PER_ROW },
  { sizePx: 32, lines: 3 * LINES_PER_ROW },
] as const;

/** Rows that a queue's name takes: one, or up to three for a name of sixty hanzi. */
export function rowsFor(queue: BoardQueue, shape: ScreenShape): number {
  const { lines } = textSizeFor(nameIn(firstLanguage, queue.name), NAME_PX[shape], NAME_SIZES);
  return Math.ceil(lines / LINES_PER_ROW);
}

/** The page of queues at a time of the local clock, and when the next takes its place (null: there is only one). */
export function queuePageAt(
  queues: readonly BoardQueue[],
  now: number,
  shape: ScreenShape = 'landscape',
): { readonly queues: readonly BoardQueue[]; readonly nextAt: number | null } {
  const pages = pagesOf(queues, shape);
  if (pages.length <= 1) return { queues, nextAt: null };
  const turn = Math.floor(now / PAGE_MS);
  return { queues: pages[turn % pages.length] ?? [], nextAt: (turn + 1) * PAGE_MS };
}

/** In the order of the hall; a page ends where the next name has no room. */
function pagesOf(queues: readonly BoardQueue[], shape: ScreenShape): readonly (readonly BoardQueue[])[] {
  const pages: BoardQueue[][] = [];
  let rowsLeft = 0;
  for (const queue of queues) {
    const rows = rowsFor(queue, shape);
    if (rows > rowsLeft) {
      pages.push([]);
      rowsLeft = ROWS_PER_PAGE;
    }
    pages[pages.length - 1]?.push(queue);
    rowsLeft -= rows;
  }
  return pages;
}

/** 约 n 分, rounded up, for a wait told by the hall; 空闲 where a window is free. */
export function waitText(estimatedWaitMs: number | null): string {
  if (estimatedWaitMs === null) return texts.free.first;
  return texts.aboutMinutes(Math.max(1, Math.ceil(estimatedWaitMs / MINUTE_MS))).first;
}
