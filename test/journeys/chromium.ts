// Real Chromium for the journeys: one browser, pages that fail the test when they throw or ask another origin.
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  // The same letters on every machine, for the pictures.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
  /** Device px per CSS px; a half makes small pictures of the same layout. */
  readonly deviceScaleFactor?: number;
}

export interface Screens {
  /** `prepare` runs before the page is asked for: routes, clocks, scripts. */
  open(address: string, size: ScreenSize, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** What went wrong on any page so far: errors thrown, policies broken, foreign origins asked. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

export const KIOSK = { width: 1080, height: 1920 };
export const BOARD = { width: 1920, height: 1080 };
export const CONSOLE = { width: 1366, height: 768 };

export async function startScreens(): Promise<Screens> {
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
  const troubles: string[] = [];
  return {
    troubles,
    open: async (address, { width, height, deviceScaleFactor = 1 }, prepare) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor, locale: 'zh-CN' });
      const page = await context.newPage();
      const origin = new URL(address).origin;
      page.on('pageerror', (error) => troubles.push(`${address.split('#')[0]}: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
      });
      page.on('request', (request) => {
        const asked = request.url().replace(/^ws/, 'http');
        if (asked.startsWith('http') && new URL(asked).origin !== origin) troubles.push(`foreign origin: ${asked}`);
      });
      await prepare?.(page);
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
