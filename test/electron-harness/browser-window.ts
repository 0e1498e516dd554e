// BrowserWindow as a page of Chromium, its bounds the page's size. There is no desktop: what only a window manager shows is noted, not shown.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { Shape } from './shape.ts';
import { isPrevented } from './world.ts';
import { FakeWebContents } from './web-contents.ts';

type Methods =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'isVisible'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
  | 'setBounds'
  | 'setFullScreen'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'removeMenu'
  | 'flashFrame'
  | 'showInactive';

const all = new Set<FakeBrowserWindow>();
let focusedContents: FakeWebContents | null = null;
let onMade: (contents: FakeWebContents) => void = () => undefined;

export class FakeBrowserWindow extends EventEmitter implements Shape<Electron.BrowserWindow, Methods> {
  readonly webContents: FakeWebContents;
  readonly options: Electron.BrowserWindowConstructorOptions;
  /** In the order in which they were asked for; for tests of what has no effect here. */
  readonly harnessCalls: string[] = [];
  #bounds: Electron.Rectangle;
  #isVisible: boolean;
  #sized: Promise<void> = Promise.resolve();
  #isDestroyed = false;
  #isAlwaysOnTop: boolean;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.options = options;
    this.#bounds = { x, y, width, height };
    this.#isVisible = options.show !== false;
    this.#isAlwaysOnTop = options.alwaysOnTop === true;
    this.webContents = new FakeWebContents(webPreferences?.preload, { width, height });
    this.webContents.once('dom-ready', () => setImmediate(() => this.emit('ready-to-show')));
    all.add(this);
    onMade(this.webContents);
  }

  static getAllWindows(): FakeBrowserWindow[] {
    return [...all];
  }
  static getFocusedWindow(): FakeBrowserWindow | null {
    return [...all].find(({ webContents }) => webContents === focusedContents) ?? null;
  }
  static whenMade(listener: typeof onMade): void {
    onMade = listener;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  show(): void {
    this.#isVisible = true;
    this.focus();
    this.emit('show');
  }
  showInactive(): void {
    this.#isVisible = true;
    this.emit('show');
  }
  focus(): void {
    focusedContents = this.webContents;
    this.webContents.focus();
    this.emit('focus');
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  close(): void {
    if (!isPrevented(this, 'close')) this.destroy();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    all.delete(this);
    if (focusedContents === this.webContents) focusedContents = null;
    // As in Electron: what stands on a parent goes with it.
    for (const each of all) if (Object.is(each.options.parent, this)) each.destroy();
    void this.webContents.destroy();
    this.emit('closed');
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    // One after the other: of two under way together the earlier might end last.
    this.#sized = this.#sized.then(async () => {
      const { width, height } = this.#bounds;
      await (await this.webContents.page).setViewportSize({ width, height });
    });
    this.emit('resize');
  }
  setFullScreen(isFullScreen: boolean): void {
    this.harnessCalls.push(`setFullScreen ${String(isFullScreen)}`);
  }
  setAlwaysOnTop(isOnTop: boolean): void {
    this.#isAlwaysOnTop = isOnTop;
  }
  isAlwaysOnTop(): boolean {
    return this.#isAlwaysOnTop;
  }
  removeMenu(): void {
    this.harnessCalls.push('removeMenu');
  }
  flashFrame(isFlashing: boolean): void {
    this.harnessCalls.push(`flashFrame ${String(isFlashing)}`);
  }
}
