// Staff at the glass of a kiosk in the Electron host: the gesture, and a PIN on the page that it opens.
import type { Page } from 'playwright-core';
import type { ShellDriver } from '../../electron-harness/shell-driver.ts';
import { tap, tapButton } from './electron-kiosk.ts';

const PATIENCE_MS = 30_000;

/** The four corners, clockwise from the top left, twice. Resolves to the staff page. */
export async function staffGesture(glass: Page, driver: ShellDriver): Promise<Page> {
  const { width, height } = await glass.evaluate<{ width: number; height: number }>(
    '({ width: innerWidth, height: innerHeight })',
  );
  const corners: [number, number][] = [
    [9, 9],
    [width - 9, 9],
    [width - 9, height - 9],
    [9, height - 9],
  ];
  for (const [x, y] of [...corners, ...corners]) await tap(glass, x, y);
  return driver.page('staff');
}

/** `wish`: the key pressed behind the digits. */
export async function enterPin(staff: Page, pin: string, wish = /退出/): Promise<void> {
  for (const digit of pin) await tapButton(staff, new RegExp(`^${digit}$`), PATIENCE_MS);
  await tapButton(staff, wish, PATIENCE_MS);
}
