// The glass of a kiosk in the Electron host, as whoever stands before it sees and touches it, whichever page is behind it by now.
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { tapButton, type ShellKiosk } from './electron-kiosk.ts';

/** A tap that brings nothing within this is made again: longer than the 600 ms in which a second tap does not count. */
export const EFFECT_MS = 1_500;
const PATIENCE = { timeout: 45_000, interval: 50 };

export interface ShellGlass {
  /** The page behind the glass now: after a crash it is another. */
  readonly glass: () => Promise<Page>;
  readonly until: (check: () => void | Promise<void>) => Promise<void>;
  readonly isShown: (text: string) => Promise<boolean>;
  readonly shows: (text: string) => Promise<void>;
  /** A finger on a button, until what it brings is there. */
  readonly touch: (button: string, effect: string) => Promise<void>;
}

/** `kiosk` is asked at each use: it is started later than this. */
export function glassOf(kiosk: () => ShellKiosk): ShellGlass {
  const glass = () => kiosk().driver.page('kiosk');
  const until = (check: () => void | Promise<void>) => vi.waitFor(check, PATIENCE);
  const isShown = async (text: string) => (await (await glass()).getByText(text).count()) > 0;
  return {
    glass,
    until,
    isShown,
    shows: (text) => until(async () => expect(await isShown(text)).toBe(true)),
    touch: (button, effect) =>
      until(async () => {
        if (await isShown(effect)) return;
        const page = await glass();
        await tapButton(page, button, EFFECT_MS);
        await page.getByText(effect).first().waitFor({ timeout: EFFECT_MS });
      }),
  };
}
