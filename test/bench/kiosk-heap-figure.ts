// What a kiosk's page holds after 10,000 tickets, beside the same page after its first thousand; the bench stands in the terminal's place.
import { pino } from 'pino';
import { createPageServer, portOf } from '../../kiosk-app/browser/page-server.ts';
import { PageTokens } from '../../kiosk-app/browser/page-tokens.ts';
import type { Page } from 'playwright-core';
import { KIOSK, startScreens } from '../journeys/chromium.ts';
import { kioskUpdate, pictureTicket, pictureView } from '../journeys/support/kiosk-hall.ts';
import { figureOf } from './figure.ts';
import type { Figure } from './figure.ts';
import { KIOSK_VISITS } from './kiosk-visits.ts';
import { FLAT_LIMIT, PageHeap } from './page-heap.ts';

const TICKETS = 10_000;
const FIRST_TICKETS = 1_000;
/** Between two of the bench's own words with the page. */
const TICKETS_AT_ONCE = 100;

/** The same layout drawn in few dots: what is held in memory is the page's, and dots cost only time. */
const SIZE = { ...KIOSK, deviceScaleFactor: 0.1 };

const WANTED = { name: 'kiosk-memory', unit: 'MiB', limit: FLAT_LIMIT, kind: 'time' } as const;

export async function kioskMemory(): Promise<Figure[]> {
  const log = pino({ level: 'silent' });
  const server = await createPageServer('kiosk', new PageTokens(), log);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const screens = await startScreens();
  try {
    const page = await screens.open(`http://127.0.0.1:${portOf(server)}/`, SIZE, (opened) =>
      opened.route('**/bridge.js', (route) => route.fulfill({ contentType: 'text/javascript', body: KIOSK_VISITS })),
    );
    const heap = await PageHeap.of(page);
    await take(page, FIRST_TICKETS);
    const first = await heap.samplesMib();
    await take(page, TICKETS - FIRST_TICKETS);
    const all = await heap.samplesMib();
    if (screens.troubles.length > 0) throw new Error(`The kiosk's page: ${screens.troubles.join('; ')}`);
    return [figureOf(WANTED, all, first)];
  } finally {
    await screens.close();
    await server.close();
  }
}

async function take(page: Page, tickets: number): Promise<void> {
  const update = kioskUpdate({ view: pictureView() });
  for (let taken = 0; taken < tickets; taken += TICKETS_AT_ONCE) {
    const visits = { count: Math.min(TICKETS_AT_ONCE, tickets - taken), update, ticket: pictureTicket() };
    await page.evaluate(`bench.visits(${JSON.stringify(visits)})`);
  }
}
