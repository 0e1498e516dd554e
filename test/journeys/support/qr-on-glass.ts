// Reads a QR symbol off the glass: the modules as a camera would see them, from the pixels of a screenshot.
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const QUIET_ZONE = 4;

/** Rows of modules, `#` is black; `side`: modules of the symbol without its quiet zone, which must be white. */
export async function qrOnGlass(page: Page, selector: string, side: number): Promise<string> {
  const { data, width, height } = PNG.sync.read(await page.locator(selector).screenshot());
  const all = side + 2 * QUIET_ZONE;
  const rows = Array.from({ length: all }, (_, row) =>
    Array.from({ length: all }, (_each, column) => {
      const x = Math.floor(((column + 0.5) * width) / all);
      const y = Math.floor(((row + 0.5) * height) / all);
      return (data[(y * width + x) * 4] ?? 0) < 128 ? '#' : '.';
    }).join(''),
  );
  const isQuiet = rows.every((row, at) => {
    const isInside = at >= QUIET_ZONE && at < QUIET_ZONE + side;
    return !(isInside ? row.slice(0, QUIET_ZONE) + row.slice(-QUIET_ZONE) : row).includes('#');
  });
  if (!isQuiet) throw new Error('The quiet zone of the symbol is not white.');
  return rows
    .slice(QUIET_ZONE, -QUIET_ZONE)
    .map((row) => row.slice(QUIET_ZONE, -QUIET_ZONE))
    .join('\n');
}
