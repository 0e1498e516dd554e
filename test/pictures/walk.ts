// One walk through the demo hall, as README tells it, with a picture at each screen.
import type { Locator, Page } from 'playwright-core';
import { BOARD, CONSOLE, KIOSK } from '../journeys/chromium.ts';
import type { ScreenSize, Screens } from '../journeys/chromium.ts';
import { fillHall } from './crowd.ts';
import type { Demo } from './demo-program.ts';

/** Half as many dots as the screen itself has: README shows them smaller still. */
const HALF = { deviceScaleFactor: 0.5 };
const DESK: ScreenSize = { width: 1440, height: 900 };
const TABLET: ScreenSize = { width: 1280, height: 800, ...HALF };
const PHONE: ScreenSize = { width: 390, height: 844 };
const BAR: ScreenSize = { width: 560, height: 220 };

export type Take = (page: Page, name: string) => Promise<void>;

export async function walkThroughHall(demo: Demo, screens: Screens, take: Take): Promise<void> {
  const open = async (link: Locator, size: ScreenSize): Promise<Page> => {
    const address = await link.first().getAttribute('href');
    if (address === null) throw new Error('a link without an address');
    return screens.open(new URL(address, demo.address).href, size);
  };
  const landing = await screens.open(demo.address, DESK);
  await sees(landing, '放身份证');
  const link = (name: RegExp): Locator => landing.getByRole('link', { name });
  const atWindow = (label: string, name: RegExp): Locator =>
    landing
      .locator('.window-row')
      .filter({ has: landing.getByText(label, { exact: true }) })
      .getByRole('link', { name });

  await fillHall(demo);
  const [board, screen] = [
    await open(link(/大厅综合屏/), { ...BOARD, ...HALF }),
    await open(link(/9 号窗口屏/), { ...BOARD, ...HALF }),
  ];
  const kiosk = await open(link(/取号机/), { ...KIOSK, ...HALF });
  const bench = await open(link(/仿真台/), DESK);
  const phone = await card(kiosk, bench, take, (page) => open(page.getByRole('link', { name: /手机页/ }), PHONE));
  await sees(phone, '您的号码');
  await take(phone, 'phone');
  await somebodyOlder(kiosk, bench);
  const clerk = await open(link(/9 号工作台/), CONSOLE);
  await sees(clerk, '呼叫下一位');

  await press(clerk, 'F1');
  await board.locator('.call-panel').waitFor();
  await take(board, 'board-call');
  await take(screen, 'window-screen');
  await press(clerk, 'F10');
  await sees(clerk, '正在办理');
  await take(clerk, 'clerk-console');

  await sees(board, '社会保险');
  await take(board, 'board');
  await press(clerk, 'F4');
  await sees(bench, '亮灯，等待评价');
  await take(bench, 'bench');
  await demo.command({ type: 'finishServing', windowId: 'w14' });
  const tablet = await open(atWindow('14', /平板评价器/), TABLET);
  await sees(tablet, '非常满意');
  await take(tablet, 'pad');
  await take(await signedIn(await open(atWindow('10', /呼叫条/), BAR), demo), 'caller');
  const health = await open(link(/运行状况/), CONSOLE);
  await sees(health, '取号机未连接');
  await take(health, 'health');
}

/** From the start page to the number, and its page on a phone. */
async function card(kiosk: Page, bench: Page, take: Take, openPhone: (bench: Page) => Promise<Page>): Promise<Page> {
  await sees(kiosk, '一键取号');
  await take(kiosk, 'kiosk-start');
  await kiosk.getByRole('button', { name: /大字版/ }).click();
  await sees(kiosk, '标准版');
  await take(kiosk, 'kiosk-large');
  // A second tap so soon is none.
  await kiosk.waitForTimeout(1_000);
  await kiosk.getByRole('button', { name: /标准版/ }).click();
  await sees(kiosk, '大字版');
  await bench.getByRole('button', { name: /演示甲/ }).click();
  await sees(kiosk, '没出票');
  await take(kiosk, 'kiosk-ticket');
  return openPhone(bench);
}

/** Is called before those who wait; his console line says so. */
async function somebodyOlder(kiosk: Page, bench: Page): Promise<void> {
  await kiosk.getByRole('button', { name: /完成/ }).click();
  await bench.getByRole('button', { name: /演示丙/ }).click();
  await sees(kiosk, '没出票');
}

async function signedIn(bar: Page, demo: Demo): Promise<Page> {
  await bar.getByText('登录').first().click();
  await bar.getByLabel('工号').fill('0310');
  await bar.getByLabel('密码').fill(demo.passwords['0310'] ?? '');
  await bar.keyboard.press('Enter');
  await bar.getByText('展开').click();
  await sees(bar, '完整工作台');
  return bar;
}

async function press(clerk: Page, key: string): Promise<void> {
  await clerk.keyboard.press(key);
}

async function sees(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 30_000 });
}
