// The ticket of the default template, drawn from the bytes that go to the printer, as the template editor's preview draws it.
import { previewTicket } from '../../drivers/ticket-printer/preview-ticket.ts';
import { sampleOf } from '../../kiosk-app/template-editor/sample-tickets.ts';
import { ticketLines } from '../../kiosk-app/terminal/ticket-layout.ts';
import type { Screens } from '../journeys/chromium.ts';
import type { Take } from './walk.ts';

/** 576 dots and the margins of 80 mm paper, a px a dot. */
const PAPER_WIDTH = 640;

export async function showTicket(screens: Screens, take: Take): Promise<void> {
  const { ticket, view } = sampleOf('phone');
  const { svg } = await previewTicket(ticketLines(ticket, view));
  const page = await screens.open('about:blank', { width: PAPER_WIDTH, height: PAPER_WIDTH });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100%;height:auto}</style>${svg}`);
  const paper = await page.locator('svg').boundingBox();
  await page.setViewportSize({ width: PAPER_WIDTH, height: Math.ceil(paper?.height ?? PAPER_WIDTH) });
  await take(page, 'ticket');
  await page.close();
}
