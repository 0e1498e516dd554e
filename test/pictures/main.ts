// `npm run pictures`: takes docs/screens/*.png anew from a demo hall that runs. Look at them before they are committed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startScreens } from '../journeys/chromium.ts';
import { startDemo } from './demo-program.ts';
import { showTicket } from './ticket.ts';
import { walkThroughHall } from './walk.ts';

const PICTURES = join(import.meta.dirname, '../../docs/screens');

mkdirSync(PICTURES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-pictures-'));
const screens = await startScreens();
try {
  await showTicket(screens, take);
  const demo = await startDemo(folder);
  try {
    await walkThroughHall(demo, screens, take);
  } finally {
    await demo.stop();
  }
} finally {
  await screens.close();
  rmSync(folder, { recursive: true, force: true });
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.screenshot({
    path: join(PICTURES, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
    scale: 'device',
  });
  process.stdout.write(`${name}.png\n`);
}
