// Pages beside their committed pictures: the product's own fonts make them the same everywhere, but for a little at the edges of letters.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

const PICTURES = join(import.meta.dirname, '../pictures');
/** What was seen instead, and where it differs: for the eye, not for git. */
const SEEN = join(import.meta.dirname, '../seen');
/** `RENEW_PICTURES=1 npx vitest run --project side-by-side FILE` takes the pictures anew. Look at them before they are committed. */
const IS_RENEWED = process.env['RENEW_PICTURES'] === '1';

/** How unlike one pixel may be before it counts as different, 0 to 1 (pixelmatch; edges of letters are left out). */
const PIXEL_THRESHOLD = 0.1;
/** Share of the picture that may differ: at most one letter in a small word. */
const DIFFERENT_SHARE_MAX = 0.0005;

interface LooksWishes {
  /** CSS selectors of what may differ from one run to the next (clocks); painted over in both pictures. */
  readonly mask?: readonly string[];
}

/** Waits for fonts, stops animations, and compares the viewport with `pictures/NAME.png`. */
export async function expectLooksLike(page: Page, name: string, { mask = [] }: LooksWishes = {}): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const seen = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'device',
    mask: mask.map((selector) => page.locator(selector)),
    maskColor: '#7f7f7f',
  });
  const file = join(PICTURES, `${name}.png`);
  if (IS_RENEWED) keep(PICTURES, `${name}.png`, seen);
  else expect(existsSync(file), `${name}.png is missing: RENEW_PICTURES=1 takes it`).toBe(true);
  const difference = differenceOf(name, readFileSync(file), seen);
  expect(difference, `${name} does not look like its picture; see test/journeys/seen/`).toBeNull();
}

/** Null where they are alike, else what differs; the pictures for the eye are left in `seen/`. */
function differenceOf(name: string, before: Buffer, now: Buffer): string | null {
  if (before.equals(now)) return null;
  const [known, seen] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = known;
  if (width !== seen.width || height !== seen.height) {
    keep(SEEN, `${name}.png`, now);
    return `${seen.width} x ${seen.height} instead of ${width} x ${height}`;
  }
  const drawn = new PNG({ width, height });
  const different = pixelmatch(known.data, seen.data, drawn.data, width, height, { threshold: PIXEL_THRESHOLD });
  if (different <= width * height * DIFFERENT_SHARE_MAX) return null;
  keep(SEEN, `${name}.png`, now);
  keep(SEEN, `${name}.difference.png`, PNG.sync.write(drawn));
  return `${different} of ${width * height} pixels`;
}

function keep(folder: string, file: string, picture: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), picture);
}
