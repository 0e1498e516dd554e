// The kiosk's built pages, served as on a kiosk, with the test in the place of the terminal: any state of any page, at once.
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { createPageServer, portOf } from '../../../kiosk-app/browser/page-server.ts';
import { PageTokens } from '../../../kiosk-app/browser/page-tokens.ts';
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
  /** Lets the page's time pass; nothing passes by itself. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

interface Stage {
  readonly said: PageMessage[];
  tell(message: unknown): void;
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

export async function openStageHouse(screens: Screens): Promise<StageHouse> {
  const server = await createPageServer({ role: 'kiosk', tokens: new PageTokens() }, pino({ level: 'silent' }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${portOf(server)}/`;
  return {
    open: async (size) => {
      const page = await screens.open(address, size, prepare);
      return stageOn(page);
    },
    close: () => server.close(),
  };
}

async function prepare(page: Page): Promise<void> {
  await page.route('**/bridge.js', (route) => route.fulfill({ contentType: 'text/javascript', body: BRIDGE }));
  await page.clock.install({ time: STAGE_TIME });
}

async function stageOn(page: Page): Promise<KioskStage> {
  await page.clock.pauseAt(STAGE_TIME + LOADED_WITHIN_MS);
  const glass = await TouchScreen.of(page);
  const stage = () => page.evaluateHandle(() => (window as unknown as { stage: Stage }).stage);
  return {
    page,
    glass,
    tell: async (message) => (await stage()).evaluate((on, said) => on.tell(said), message as unknown),
    said: async () => (await stage()).evaluate((on) => on.said),
    pass: (ms) => page.clock.runFor(ms),
    close: () => page.context().close(),
  };
}
