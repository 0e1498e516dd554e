// The floating caller's built page with the test in the place of the terminal: any state of the bar, its time in hand.
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { CallerUpdate } from '../../../kiosk-app/wire/caller.ts';
import { ROOT } from '../child-process.ts';
import type { Screens, ScreenSize } from '../chromium.ts';

/** Monday 23 November 2026, 10:42 in the hall. */
export const BAR_TIME = Date.UTC(2026, 10, 23, 2, 42);
const LOADED_WITHIN_MS = 10_000;

const PAGES = join(ROOT, 'dist/caller');
const BRIDGE = `window.jiaohaoTerminal = {
  send: function () {},
  listen: function (listener) { window.tellBar = listener; },
};`;
/** As strict as on a terminal (kiosk-app/browser/page-server.ts). */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface CallerStage {
  readonly page: Page;
  /** Draws the bar so, fonts and fitted words settled. */
  show(update: CallerUpdate): Promise<void>;
  close(): Promise<void>;
}

export async function openCallerStage(screens: Screens, size: ScreenSize, pages = PAGES): Promise<CallerStage> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : normalize(request.url ?? '');
    const body = path === '/bridge.js' ? BRIDGE : fileOrNull(join(pages, path));
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (body === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const page = await screens.open(address, size, (opened) =>
    opened.clock.install({ time: BAR_TIME - LOADED_WITHIN_MS }),
  );
  await page.clock.pauseAt(BAR_TIME);
  return {
    page,
    show: async (update) => {
      await page.evaluate((shown) => (window as unknown as Told).tellBar({ type: 'update', update: shown }), update);
      await page.clock.runFor(400);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      await page.clock.runFor(100);
    },
    close: async () => {
      await page.context().close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Told {
  tellBar(message: unknown): void;
}

function fileOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // answered with 404
  }
}
