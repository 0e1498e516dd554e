// How soon something stands on a kiosk that was just switched on, and how much it had to load.
import { figureOf, measure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { READY, withKiosk } from './kiosk-hall.ts';
import { loadPage } from './page-load.ts';
import type { PageLoad } from './page-load.ts';
import { startReference } from './reference-process.ts';

const LOADS_A_ROUND = 3;
/** The budget that we set ourselves for script, styles and the pieces of the faces that the start page needs. */
const BUDGET_BYTES = 2 * 1024 * 1024;

/** Beyond the empty page: script, styles, fonts and the first drawing of a whole page, each about as much as a page of its own. */
const FIRST_PAINT = { name: 'kiosk-first-paint', unit: 'ms', limit: 8, kind: 'time' } as const;
const BYTES = { name: 'kiosk-bytes', unit: 'bytes', limit: 1, kind: 'time' } as const;

export async function kioskLoad(): Promise<Figure[]> {
  const reference = await startReference('empty-page.ts');
  try {
    return await withKiosk(async ({ kiosk, screens }) => {
      const loads: PageLoad[] = [];
      const ours = () =>
        firstPaint(async () => {
          const load = await loadPage(screens, kiosk.page, READY);
          loads.push(load);
          return load;
        });
      const figures = await measure([FIRST_PAINT], ours, () => firstPaint(() => loadPage(screens, reference.url, 'p')));
      const bytes = loads.map((load) => load.bytes);
      return [...figures, figureOf(BYTES, bytes, [BUDGET_BYTES])];
    });
  } finally {
    await reference.stop();
  }
}

async function firstPaint(load: () => Promise<PageLoad>): Promise<number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < LOADS_A_ROUND; nth++) took.push((await load()).firstPaintMs);
  return [quantile(took, 0.5)];
}
