// webContents as a page of Chromium.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';
import { toChromium } from './addresses.ts';
import { frameOf, type FakeFrame } from './frame.ts';
import { preloadScript, RECEIVE } from './page-world.ts';
import { fakeSession, letPagesIn } from './session.ts';
import type { Shape } from './shape.ts';
import { contentsOfPage, engine, isPrevented, ownOpening } from './world.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Methods =
  | 'id'
  | 'loadURL'
  | 'send'
  | 'isDestroyed'
  | 'isCrashed'
  | 'forcefullyCrashRenderer'
  | 'invalidate'
  | 'insertCSS'
  | 'setZoomFactor'
  | 'setVisualZoomLevelLimits'
  | 'setWindowOpenHandler'
  | 'sendInputEvent'
  | 'mainFrame'
  | 'session'
  | 'focus';

/** As Electron names keys in accelerators, and as pages name them. */
const PAGE_KEYS: Readonly<Record<string, string>> = {
  Return: 'Enter',
  Esc: 'Escape',
  Space: ' ',
  Plus: '+',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

let contentsMade = 0;

export class FakeWebContents extends EventEmitter implements Shape<Electron.WebContents, Methods> {
  readonly id = ++contentsMade;
  readonly session = fakeSession;
  readonly page: Promise<Page>;
  #page: Page | null = null;
  #isCrashed = false;
  #isDestroyed = false;
  #loading: string | null = null;
  #mayOpen: OpenHandler = () => ({ action: 'allow' });
  #input: Promise<unknown> = Promise.resolve();

  constructor(preload: string | undefined, size: { width: number; height: number }) {
    super();
    this.page = this.#open(preload, size);
  }

  get mainFrame(): FakeFrame | null {
    return this.#page === null ? null : frameOf(this.#page.mainFrame());
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    this.#loading = url;
    await page.goto(toChromium(url));
  }

  /** One navigation is the shell's own; all others are the page's. */
  takeLoading(url: string): boolean {
    const isOwn = this.#loading === url;
    this.#loading = null;
    return isOwn;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#page === null || this.#isCrashed) return;
    const call = `window.${RECEIVE} && window.${RECEIVE}(${JSON.stringify(channel)}, ${JSON.stringify(args)})`;
    // A page that is being loaded or has just gone does not hear; Electron drops such messages too.
    this.#page.evaluate(call).catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  forcefullyCrashRenderer(): void {
    void this.page.then(async (page) => {
      const session = await page.context().newCDPSession(page);
      // The answer of a page that crashes never comes.
      session.send('Page.crash').catch(() => undefined);
    });
  }

  /** Chromium paints by itself here. */
  invalidate(): void {
    this.emit('harness-invalidated');
  }

  focus(): void {
    void this.page.then((page) => page.bringToFront());
  }

  /** As an adopted style sheet, which the page's policy does not concern. */
  async insertCSS(css: string): Promise<string> {
    const page = await this.page;
    await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(css)});
      document.adoptedStyleSheets.push(sheet);
    })()`);
    return `css-${this.id}`;
  }

  setZoomFactor(factor: number): void {
    if (factor !== 1) throw new Error('the harness shows pages at their own size only');
  }

  async setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    // `--disable-pinch` is what Chromium itself is started with; the limits are Electron's.
    if (minimum !== 1 || maximum !== 1) throw new Error('the harness knows no pinch zoom');
    await Promise.resolve();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = handler;
  }

  mayOpen(url: string): boolean {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    };
    return this.#mayOpen(details as Parameters<OpenHandler>[0]).action === 'allow';
  }

  sendInputEvent(event: Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent): void {
    if (event.type !== 'keyDown' && event.type !== 'keyUp')
      throw new Error(`the harness sends keys only, no ${event.type}`);
    const { keyCode } = event;
    const has = (name: string): boolean => event.modifiers?.some((modifier) => modifier === name) ?? false;
    const key = PAGE_KEYS[keyCode] ?? (keyCode.length === 1 && !has('shift') ? keyCode.toLowerCase() : keyCode);
    const input = {
      type: event.type,
      key,
      control: has('control'),
      alt: has('alt'),
      meta: has('meta'),
      shift: has('shift'),
    };
    if (isPrevented(this, 'before-input-event', {}, input)) return;
    const held = [
      ...(input.control ? ['Control'] : []),
      ...(input.alt ? ['Alt'] : []),
      ...(input.meta ? ['Meta'] : []),
    ];
    const name = [...held, key === ' ' ? 'Space' : key].join('+');
    if (event.type === 'keyDown') this.#input = this.#input.then(async () => (await this.page).keyboard.press(name));
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    const page = await this.page;
    contentsOfPage.delete(page);
    await page.close().catch(() => undefined); // the browser may have gone before its page
    this.emit('destroyed');
  }

  async #open(preload: string | undefined, size: { width: number; height: number }): Promise<Page> {
    const { context } = await engine;
    await letPagesIn(context);
    const known = Promise.withResolvers<null>();
    ownOpening.last = Promise.all([ownOpening.last, known.promise]).then(() => undefined);
    const page = await context.newPage();
    contentsOfPage.set(page, this);
    known.resolve(null);
    this.#page = page;
    await page.setViewportSize(size);
    if (preload !== undefined) await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('crash', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    return page;
  }
}
