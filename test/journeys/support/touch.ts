// A touch screen for the journeys: fingers through the browser's own input path, as the glass of a kiosk sends them.
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Locator, Page } from 'playwright-core';

/** CSS px of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Target = Locator | Point;

/** As many as infrared and capacitive kiosk glass reports. */
const FINGERS_MAX = 10;

export class TouchScreen {
  readonly #cdp: CDPSession;
  readonly #page: Page;
  #down: readonly Point[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async of(page: Page): Promise<TouchScreen> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: FINGERS_MAX });
    return new TouchScreen(page, cdp);
  }

  /** One finger down and up in the middle of the target. */
  async tap(target: Target): Promise<void> {
    await this.down(await pointOf(target));
    await this.up();
  }

  /** All fingers of `points` down, in one event of the glass; whoever was down before is gone. */
  async down(...points: readonly Point[]): Promise<void> {
    this.#down = points;
    await this.#send('touchStart', points);
  }

  /** The fingers that are down move to `points`, in the order in which they went down. */
  async move(...points: readonly Point[]): Promise<void> {
    this.#down = points;
    await this.#send('touchMove', points);
  }

  async up(): Promise<void> {
    this.#down = [];
    await this.#send('touchEnd', []);
  }

  /** The glass loses the fingers (a palm, a glitch): no release. */
  async cancel(): Promise<void> {
    this.#down = [];
    await this.#send('touchCancel', []);
  }

  /** Down on the target, `whileDown` happens, then up at the same place: a slow hand. */
  async hold(target: Target, whileDown: () => Promise<void>): Promise<void> {
    await this.down(await pointOf(target));
    await whileDown();
    await this.up();
  }

  /** Down on the target, slides off to `to`, and up there. */
  async slip(target: Target, to: Point): Promise<void> {
    const from = await pointOf(target);
    await this.down(from);
    await this.move({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    await this.move(to);
    await this.up();
  }

  /** Every target under a finger at once, down and up together: at most ten. */
  async tapTogether(targets: readonly Target[]): Promise<void> {
    if (targets.length > FINGERS_MAX) throw new Error(`more than ${FINGERS_MAX} fingers`);
    await this.down(...(await Promise.all(targets.map(pointOf))));
    await this.up();
  }

  /** Taps as fast as the glass reports them, each `everyMs` after the last. */
  async storm(targets: readonly Target[], { everyMs = 0 }: { readonly everyMs?: number } = {}): Promise<void> {
    const points = await Promise.all(targets.map(pointOf));
    for (const point of points) {
      await this.down(point);
      await this.up();
      if (everyMs > 0) await delay(everyMs);
    }
  }

  /** Two fingers apart (scale > 1) or together (scale < 1) around a point, as the compositor sees them. */
  async pinch(around: Point, scale: number): Promise<void> {
    await this.#cdp.send('Input.synthesizePinchGesture', {
      x: around.x,
      y: around.y,
      scaleFactor: scale,
      gestureSourceType: 'touch',
    });
  }

  /** How far the page is zoomed by fingers: 1 = not. */
  async zoom(): Promise<number> {
    return this.#page.evaluate(() => window.visualViewport?.scale ?? 1);
  }

  get fingersDown(): number {
    return this.#down.length;
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 0.5 }));
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

/** The middle of an element, or the point itself. */
export async function pointOf(target: Target): Promise<Point> {
  if ('x' in target) return target;
  const box = await target.boundingBox();
  if (box === null) throw new Error(`nothing to touch: ${String(target)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
