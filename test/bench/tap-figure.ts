// From the last touch on the kiosk's glass to the first byte of the ticket at the printer, beside the sum of the parts of that way.
import { setTimeout as delay } from 'node:timers/promises';
import type { Port } from '@jiaohao/drivers';
import type { CDPSession, Page } from 'playwright-core';
import { KIOSK } from '../journeys/chromium.ts';
import { ask, connectBare } from './bare-client.ts';
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';
import { READY, withKiosk } from './kiosk-hall.ts';
import { medianOf, TicketParts, timed } from './ticket-parts.ts';

const TICKETS_A_ROUND = 3;
/** Longer than the 600 ms in which a second tap does not count. */
const TAP_APART_MS = 650;
const PAPER_MS_MAX = 20_000;
const QUEUE_ID = 'social';
const ESC = 0x1b;
/** The ticket, four questions after the printer's state before it, and four answers. */
const PASSAGES = 9;

/** What is between the parts: the page's own work, layout and bytes of the ticket, checks of messages, and turns of five processes on two cores. */
const WANTED = [{ name: 'kiosk-tap-to-printer', unit: 'ms', limit: 3, kind: 'time' }] as const;

export function kioskTapToPrinter(): Promise<Figure[]> {
  return withKiosk(async ({ hall, kiosk, screens }) => {
    const page = await screens.open(kiosk.page, KIOSK, (opened) => opened.addInitScript(TOUCHED));
    const glass = new Glass(page, await page.context().newCDPSession(page));
    await glass.ready(READY);
    const other = await connectBare(hall.url(), await hall.credential('terminal', 'kiosk-2'));
    const parts = await TicketParts.open({
      bridge: () => bridgeRoundTrip(page),
      issue: () => timed(() => ask(other, { type: 'issueTicket', queueId: QUEUE_ID })),
      passages: PASSAGES,
    });
    try {
      const ways = async () => [await medianOf(TICKETS_A_ROUND, () => tapToPrinter(glass, kiosk.printerPort))];
      return await measure(WANTED, ways, async () => [await parts.sumMs()]);
    } finally {
      other.disconnect();
      await parts.close();
    }
  });
}

/** Kept by the page itself: the machine's clock at the last release of a finger. */
const TOUCHED = "addEventListener('pointerup', function () { window.touchedAt = Date.now(); }, true);";

/** Fingers through the browser's own input path. */
class Glass {
  readonly page: Page;
  readonly #cdp: CDPSession;

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  ready(selector: string): Promise<void> {
    return this.page.locator(selector).first().waitFor({ timeout: PAPER_MS_MAX });
  }

  async tap(selector: string): Promise<void> {
    const control = `${selector}[aria-disabled="false"]`;
    await this.ready(control);
    await delay(TAP_APART_MS);
    const box = await this.page.locator(control).first().boundingBox();
    if (box === null) throw new Error(`There is nothing to touch: ${selector}`);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await this.#cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

/** From the start page to the ticket and back to the start page. */
async function tapToPrinter(glass: Glass, printer: Port): Promise<number> {
  await glass.tap('.id-strip');
  const arrived = firstBytes(printer, (bytes) => bytes.includes(ESC));
  await glass.tap('.without-card');
  const printedAt = await arrived;
  const touchedAt = await glass.page.evaluate<number>('window.touchedAt');
  await glass.tap('.ticket-page .footer .filled');
  await glass.ready(READY);
  return printedAt - touchedAt;
}

/** Epoch ms of the first bytes that are such; questions after the printer's state are not. */
function firstBytes(port: Port, areSuch: (bytes: Uint8Array) => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`No ticket came to the printer within ${PAPER_MS_MAX} ms.`));
    }, PAPER_MS_MAX);
    const stop = port.onBytes((bytes) => {
      if (!areSuch(bytes)) return;
      clearTimeout(timer);
      stop();
      resolve(Date.now());
    });
  });
}

/** A question that the terminal answers by itself, without the hall: a ticket for a card that does not lie there. */
function bridgeRoundTrip(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const id = (window.benchAsks = (window.benchAsks || 1000000) + 1);
    const began = performance.now();
    if (!window.benchAnswers) {
      window.benchAnswers = new Map();
      jiaohaoTerminal.listen((message) => {
        const answered = window.benchAnswers.get(message.id);
        if (message.type === 'answer' && answered) answered();
        window.benchAnswers.delete(message.id);
      });
    }
    window.benchAnswers.set(id, () => resolve(performance.now() - began));
    const request = { requestId: 'bench-bridge-' + id, queueId: '${QUEUE_ID}', withCard: true };
    jiaohaoTerminal.send({ type: 'takeTicket', id, request });
  })`);
}
