// The kiosk's built pages, served as on a kiosk, with the test in the place of the terminal: any state of any page, at once.
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { PageMessage, TerminalMessage } from '../../../kiosk-app/wire/page.ts';
import type { Screens, ScreenSize } from '../chromium.ts';
import { TouchScreen } from './touch.ts';

/** Monday 23 November 2026, 10:42 in the hall. */
export const STAGE_TIME = Date.UTC(2026, 10, 23, 2, 42);

/** The clock stands still from here: within the same minute, and later than any page takes to load. */
const LOADED_WITHIN_MS = 55_000;

export interface KioskStage {
  readonly page: Page;
  readonly glass: TouchScreen;
  tell(message: TerminalMessage | { readonly lost: true }): Promise<void>;
  /** What the page has said to its terminal so far. */
  said(): Promise<PageMessage[]>;
  /** Leaves the page alone for minutes, until it stands as everybody finds it. */
  leaveAlone(): Promise<void>;
  /** Lets the page's time pass; nothing passes by itself. */
  pass(ms: number): Promise<void>;
  /** The time is later at once: what came due meanwhile happens once, however often it would have. */
  skip(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The start page in Chinese and normal type, its controls at work. */
const FRESH = 'html[lang="zh-CN"] .kiosk[data-type="normal"] .start-page .footer [aria-disabled="false"]';
const LONGEST_LIMIT_MS = 125_000;
/** Asked, no answer, warned, gone: no page needs more limits than that. */
const WAITS_MAX = 6;

interface Staged {
  readonly stage: { readonly said: PageMessage[]; tell(message: unknown): void };
}

/** In the words of an old browser, as the page's own bridge; runs before the page's script. */
const BRIDGE = `(function () {
  var listeners = [];
  var waiting = [];
  window.stage = {
    said: [],
    tell: function (message) {
      if (listeners.length === 0) waiting.push(message);
      listeners.forEach(function (listener) { listener(message); });
    },
  };
  window.jiaohaoTerminal = {
    send: function (message) { window.stage.said.push(message); },
    listen: function (listener) {
      listeners.push(listener);
      waiting.splice(0).forEach(listener);
    },
  };
})();`;

export interface StageHouse {
  open(size: ScreenSize): Promise<KioskStage>;
  close(): Promise<void>;
}

/** `npm run build` puts the pages there. */
const KIOSK_PAGES = join(import.meta.dirname, '../../../dist/kiosk');

/** As strict as on a kiosk (kiosk-app/browser/page-server.ts): a page that breaks it is a trouble of `screens`. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function openStageHouse(screens: Screens, pages = KIOSK_PAGES): Promise<StageHouse> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : normalize(request.url ?? '');
    const body = path === '/bridge.js' ? BRIDGE : fileOrNull(join(pages, path));
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'max-age=600' };
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    open: async (size) =>
      stageOn(await screens.open(address, size, (page) => page.clock.install({ time: STAGE_TIME }))),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fileOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // answered with 404
  }
}

async function stageOn(page: Page): Promise<KioskStage> {
  await page.clock.pauseAt(STAGE_TIME + LOADED_WITHIN_MS);
  const glass = await TouchScreen.of(page);
  return {
    page,
    glass,
    tell: (message) => page.evaluate((said) => (window as unknown as Staged).stage.tell(said), message as unknown),
    said: () => page.evaluate(() => (window as unknown as Staged).stage.said),
    leaveAlone: async () => {
      const isFresh = () => page.locator(FRESH).count();
      for (let tries = 0; (await isFresh()) === 0; tries += 1) {
        if (tries === WAITS_MAX)
          throw new Error(`the page does not go back to its start: ${await page.innerText('.kiosk')}`);
        await page.clock.fastForward(LONGEST_LIMIT_MS);
      }
    },
    pass: (ms) => page.clock.runFor(ms),
    skip: (ms) => page.clock.fastForward(ms),
    close: () => page.context().close(),
  };
}
