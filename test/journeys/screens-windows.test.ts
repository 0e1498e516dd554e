// The screen above a window beside its drawing: every phase, wide and upright, with the worst names and numbers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { WORST_WINDOW, windowCalled, windowCalls, windowStatus } from './support/board-views.ts';
import { openHallStage } from './support/hall-stage.ts';
import type { HallStage } from './support/hall-stage.ts';
import { expectNothingCut } from './support/overflow.ts';
import { expectLooksLike } from './support/visual.ts';

const WIDE = { width: 1920, height: 1080, deviceScaleFactor: 0.5 };
const TALL = { width: 1080, height: 1920, deviceScaleFactor: 0.5 };

let screens: Screens;
let stage: HallStage;
let seq = 1;

beforeAll(async () => {
  screens = await startScreens();
  stage = await openHallStage({ who: { kind: 'display', displayId: 'w5' }, place: { zoneId: null, windowId: 'w5' } });
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await stage.close();
});

const showCalls = (calls: ReturnType<typeof windowCalls>) =>
  stage.show('windowScreenCalls/w5', { ...calls, seq: ++seq });
const showStatus = (status: ReturnType<typeof windowStatus>) =>
  stage.show('windowScreenStatus/w5', { ...status, seq: ++seq });
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe.each([
  ['wide', WIDE],
  ['tall', TALL],
])('the window screen, %s', (shape, size) => {
  let page: Page;

  beforeAll(async () => {
    showStatus(windowStatus());
    showCalls(windowCalled(1, 'A012', 100));
    page = await stage.open(screens, '/window-screen/', size);
  });

  async function isAsDrawn(name: string): Promise<void> {
    await expectNothingCut(page, name);
    await expectNoAxeFindings(page);
    await expectLooksLike(page, `window-${shape}-${name}`);
  }

  it('called, and called again', async () => {
    await sees(page, '请到本窗口办理');
    await isAsDrawn('called');
    showCalls(windowCalled(1, 'A012', 10, 2));
    await sees(page, '再次呼叫');
    await expectNothingCut(page, 'again');
    await expectNoAxeFindings(page);
  });

  it('serving, free, paused, closed: each with its word', async () => {
    showCalls(windowCalls(1, { phase: 'serving', ticketNumber: 'A012' }));
    await sees(page, '正在办理');
    await isAsDrawn('serving');
    showCalls(windowCalls(1, { phase: 'free' }));
    await sees(page, '窗口空闲');
    await isAsDrawn('free');
    showCalls(windowCalls(1, { phase: 'paused' }));
    await sees(page, '暂停服务');
    await isAsDrawn('paused');
    expect(await page.getByText('A015').count()).toBe(0);
    showCalls(windowCalls(1, { phase: 'closed' }));
    await sees(page, '已下班');
    await isAsDrawn('closed');
  });

  it('holds the longest services and the widest numbers, then says that it lost the hall', async () => {
    showStatus(WORST_WINDOW);
    showCalls(windowCalled(1, 'K1-W9999', 10, 3));
    await sees(page, 'K1-W9999');
    await expectNothingCut(page, 'worst');
    await page.clock.runFor(5_100);
    await sees(page, '连接中断');
    await expectNothingCut(page, 'interrupted');
    await page.clock.runFor(10_000);
    await sees(page, '本屏信息暂停更新');
    expect(await page.getByText('K1-W9999').count()).toBe(0);
    await isAsDrawn('stale');
  });
});
