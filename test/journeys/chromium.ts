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
];

export interface Screens {
  open(address: string, size: { readonly width: number; readonly height: number }): Promise<Page>;
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
    open: async (address, viewport) => {
      const context = await browser.newContext({ viewport, locale: 'zh-CN' });
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
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
