// One load of a page in a browser that knows nothing of it yet: when something stood there, and what came over the wire for it.
import type { Screens } from '../journeys/chromium.ts';
import { KIOSK } from '../journeys/chromium.ts';

export interface PageLoad {
  /** From the start of the navigation to the first text or picture. */
  readonly firstPaintMs: number;
  /** Heads and bodies of everything that was loaded until the page stood with its faces. */
  readonly bytes: number;
}

const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    if (first) resolve(first.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

/** `standing`: a selector of what is there when the page is complete. */
export async function loadPage(screens: Screens, address: string, standing: string): Promise<PageLoad> {
  let bytes = 0;
  const page = await screens.open(address, KIOSK, async (opened) => {
    const cdp = await opened.context().newCDPSession(opened);
    await cdp.send('Network.enable');
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  });
  await page.locator(standing).first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => true)');
  const firstPaintMs = await page.evaluate<number>(FIRST_PAINT);
  await page.context().close();
  return { firstPaintMs, bytes };
}
