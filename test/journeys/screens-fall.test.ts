// Screens whose drawing throws, or which cannot take in what they hear, in a real browser: board, console and kiosk come back by themselves.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BOARD, CONSOLE, KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { startKiosk } from './simulated-kiosk.ts';
import type { SimulatedKiosk } from './simulated-kiosk.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
let hall: HallProgram;
let screens: Screens;
let kiosk: SimulatedKiosk;

beforeAll(async () => {
  hall = await startHall();
  screens = await startScreens();
  kiosk = await startKiosk(hall, 'kiosk-1');
});
afterAll(async () => {
  await screens.close();
  await kiosk.stop();
  await hall.remove();
});

/** From now on drawing throws, and so does taking in a view, until the page is loaded anew. */
const breakDrawing = (page: Page) =>
  page.evaluate(`(() => {
    window.journeyMark = true;
    Object.defineProperty(Array.prototype, 'map', { value: () => { throw new Error('of the journey'); } });
  })()`);
const isAnew = (page: Page) => page.evaluate<boolean>('window.journeyMark !== true').catch(() => false);
const issue = () => hall.command({ type: 'issueTicket', queueId: 'general' });

it.each([
  ['board', () => hall.credential('display', 'board-hall'), '', BOARD, '画面正在恢复'],
  ['clerk', () => hall.credential('clerk', '0309'), '&window=w09', CONSOLE, '页面出错'],
] as const)('a %s says so instead of staying blank, and draws again', async (name, token, more, size, words) => {
  const page = await screens.open(`${hall.url()}/${name}/#token=${await token()}${more}`, size);
  const shown = await vi.waitFor(async () => {
    const text = await page.locator('#root').innerText();
    expect(text).toMatch(/安和市|窗口/);
    return text;
  }, PATIENCE);
  expect(shown).not.toContain(words);
  // Looked for from before the fall: after two seconds the page is loaded anew and says nothing of it.
  const told = page.getByText(words).waitFor({ timeout: PATIENCE.timeout });
  await breakDrawing(page);
  await Promise.all([issue(), told]);
  await vi.waitFor(async () => {
    expect(await isAnew(page)).toBe(true);
    expect(await page.locator('#root').innerText()).toMatch(/安和市|窗口/);
  }, PATIENCE);
  expect(await page.getByText(words).count()).toBe(0);
  await page.context().close();
});

/** Put before the board's own script: whatever the hall says of calls cannot be taken in. */
const UNABLE = `
const { startsWith } = String.prototype;
String.prototype.startsWith = function (start, ...more) {
  if (start === 'boardCalls/') throw new Error('of the journey');
  return startsWith.call(this, start, ...more);
};
`;

it('a board that is served unable to take in a view says so again after each try, and shows the hall once it is served whole', async () => {
  const page = await screens.open('about:blank', BOARD);
  let loads = 0;
  let isWhole = false;
  await page.route('**/board/assets/*.js', async (route) => {
    if (isWhole) return route.continue();
    loads += 1;
    const served = await route.fetch();
    return route.fulfill({ response: served, body: UNABLE + (await served.text()) });
  });
  await page.goto(`${hall.url()}/board/#token=${await hall.credential('display', 'board-floor1-a')}`);
  const words = page.getByText('画面正在恢复');
  await vi.waitFor(async () => {
    expect(loads).toBeGreaterThan(1);
    expect(await words.count()).toBe(1);
  }, PATIENCE);
  isWhole = true;
  await page.getByText('安和市').first().waitFor({ timeout: PATIENCE.timeout });
  expect(await words.count()).toBe(0);
  await page.context().close();
});

it('a kiosk in the browser host is loaded anew; without its script plain HTML stands there, and the kiosk again when it can', async () => {
  const page = await screens.open(kiosk.page, KIOSK);
  await page.getByText('一键取号').first().waitFor({ timeout: PATIENCE.timeout });
  await breakDrawing(page);
  await issue();
  await vi.waitFor(async () => expect(await isAnew(page)).toBe(true), PATIENCE);
  await page.getByText('一键取号').first().waitFor({ timeout: PATIENCE.timeout });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await page.getByText('请稍候').first().waitFor({ timeout: PATIENCE.timeout });
  expect(await page.evaluate('document.scripts.length')).toBe(0);
  await page.unroute('**/assets/*.js');
  // It asks for the kiosk again by a header of its own answer.
  const answer = await fetch(new URL('one-moment.html', kiosk.page));
  expect(answer.headers.get('refresh')).toBe('20; url=/');
  await page.goto(kiosk.page);
  await page.getByText('一键取号').first().waitFor({ timeout: PATIENCE.timeout });
  await page.context().close();
});
