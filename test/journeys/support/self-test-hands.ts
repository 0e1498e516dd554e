// What a technician does at the page 设备自检 of a terminal that runs: opens it, gives the PIN with keys or a mouse, presses, reads.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CONSOLE, type Screens } from '../chromium.ts';

const PATIENCE_MS = 40_000;

export const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor({ timeout: PATIENCE_MS });

export const press = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('button', { name, disabled: false }).click({ timeout: PATIENCE_MS });

/** With a keyboard. */
export async function enter(page: Page, pin: string): Promise<void> {
  await shows(page, '输入密码');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** The digits with a mouse, the end with a keyboard. */
export async function enterByMouse(page: Page, pin: string): Promise<void> {
  await shows(page, '输入密码');
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Enter');
}

/** As a link to a new tab does it: no page to go back to. */
export async function openInTabOfItsOwn(screens: Screens, address: string): Promise<Page> {
  const from = await screens.open(address, CONSOLE);
  const [page] = await Promise.all([
    from.context().waitForEvent('page'),
    from.evaluate((url) => void window.open(url, '_blank', 'noopener'), address),
  ]);
  await shows(page, '输入密码');
  expect(await page.evaluate(() => window.history.length)).toBe(1);
  await from.close();
  return page;
}
