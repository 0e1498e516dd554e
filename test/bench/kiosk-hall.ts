// The hall, the kiosk program on its serial lines and the browser of the kiosk's figures.
import { startScreens } from '../journeys/chromium.ts';
import type { Screens } from '../journeys/chromium.ts';
import { startHall } from '../journeys/hall-program.ts';
import type { HallProgram } from '../journeys/hall-program.ts';
import { startKiosk } from '../journeys/simulated-kiosk.ts';
import type { SimulatedKiosk } from '../journeys/simulated-kiosk.ts';

/** The start page with its controls at work. */
export const READY = '.start-page .choose-way[aria-disabled="false"]';

export interface KioskBench {
  readonly hall: HallProgram;
  readonly kiosk: SimulatedKiosk;
  readonly screens: Screens;
}

/** Everything real but the devices; rejects when a page threw or broke its policy. */
export async function withKiosk<T>(use: (bench: KioskBench) => Promise<T>): Promise<T> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const hall = await startHall();
    closing.push(() => hall.remove());
    const kiosk = await startKiosk(hall, 'kiosk-1');
    closing.push(() => kiosk.stop());
    const screens = await startScreens();
    closing.push(() => screens.close());
    const result = await use({ hall, kiosk, screens });
    if (screens.troubles.length > 0) throw new Error(`The kiosk's page: ${screens.troubles.join('; ')}`);
    return result;
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
