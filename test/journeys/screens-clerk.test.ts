// The clerk console beside its drawing: every state and question, 200 % zoom, keys that the browser never gets, a screen reader's names.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { CALLED, WINDOWS, WORST_CALLS, WORST_STATUS, clerkCalls, clerkStatus } from './support/clerk-views.ts';
import { openHallStage } from './support/hall-stage.ts';
import type { HallStage } from './support/hall-stage.ts';
import { expectNothingCut } from './support/overflow.ts';
import { expectLooksLike } from './support/visual.ts';

const DESK = { width: 1366, height: 768 };
/** Screens, and 200 % zoom on them: half as many CSS px. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 683, height: 384 },
  { width: 960, height: 540 },
] as const;

let screens: Screens;
let stage: HallStage;
let page: Page;
let seq = 1;

beforeAll(async () => {
  screens = await startScreens();
  stage = await openHallStage({ who: { kind: 'clerk', staffNo: '0316' }, place: { zoneId: 'a', windowId: 'w5' } });
  stage.setApplicant('张*');
  stage.show('windows/hall', WINDOWS);
  showCalls(clerkCalls());
  showStatus(clerkStatus());
  page = await stage.open(screens, '/clerk/#token=stage', DESK);
  await page.getByText('呼叫下一位').first().waitFor();
  await page.getByText('张*').waitFor();
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await stage.close();
});

const showCalls = (calls: ReturnType<typeof clerkCalls>) => stage.show('clerkCalls/w5', { ...calls, seq: ++seq });
const showStatus = (status: ReturnType<typeof clerkStatus>) => stage.show('clerkStatus/w5', { ...status, seq: ++seq });
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor();

async function isAsDrawn(name: string): Promise<void> {
  await expectNothingCut(page, name);
  await expectNoAxeFindings(page);
  await expectLooksLike(page, `clerk-${name}`);
}

describe('the states of the console', () => {
  it('serving, as drawn, every control at least 40 px and one of them filled', async () => {
    await isAsDrawn('serving');
    const boxes = await page
      .locator('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(40);
    const filled = await page
      .locator('button')
      .evaluateAll(
        (buttons) => buttons.filter((button) => getComputedStyle(button).backgroundColor === 'rgb(11, 83, 81)').length,
      );
    expect(filled).toBe(1);
  });

  it('called, and the questions before 过号 and 暂停', async () => {
    showCalls(clerkCalls({ phase: 'called', ticket: CALLED }));
    await sees('已呼叫');
    await isAsDrawn('called');
    await page.keyboard.press('F3');
    await sees('确定 A012 过号？');
    await isAsDrawn('question-missed');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F9');
    await sees('用餐');
    await isAsDrawn('question-pause');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await sees('↑ ↓ 选择');
    await expectNothingCut(page, 'missed list');
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    // Enter after that must not requeue what the keyboard had reached in the list.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('free, paused, nobody waiting', async () => {
    showCalls(clerkCalls({ phase: 'free', ticket: null }));
    await sees('窗口空闲，可以呼叫下一位');
    await isAsDrawn('free');
    showCalls(clerkCalls({ phase: 'paused', pauseReason: 'meal', ticket: null }));
    await sees('暂停服务：用餐');
    await isAsDrawn('paused');
    showCalls(clerkCalls({ phase: 'free', ticket: null, next: null, missed: [], evaluation: null }));
    showStatus(clerkStatus({ waiting: 0, nextTickets: [], longestWaitingSinceAt: null }));
    await sees('当前无人等候');
    await expectNothingCut(page, 'nobody waiting');
    await expectNoAxeFindings(page);
  });

  it('the worst names, numbers, devices and queues at every size and at 200 % zoom', async () => {
    showCalls(WORST_CALLS);
    showStatus(WORST_STATUS);
    await sees('K1-W9999');
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectNothingCut(page, `worst at ${size.width} x ${size.height}`);
    }
    await expectNoAxeFindings(page);
    showCalls(clerkCalls());
    showStatus(clerkStatus());
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectNothingCut(page, `usual at ${size.width} x ${size.height}`);
    }
    await page.setViewportSize(DESK);
  });

  it('a lost link says so, and nothing can be pressed', async () => {
    await page.clock.runFor(6_000);
    await sees('正在重新连接');
    await expectNothingCut(page, 'link lost');
    await expectNoAxeFindings(page);
    stage.beat();
    await expect.poll(() => page.getByText('正在重新连接').count()).toBe(0);
  });
});

describe('the keyboard', () => {
  it('gives the browser none of its keys while the console has them', async () => {
    await page.evaluate(() =>
      addEventListener('keydown', (event) => (document.body.dataset['prevented'] = String(event.defaultPrevented))),
    );
    for (const key of ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'Control+F5', 'Shift+F10']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.body.dataset['prevented']), key).toBe('true');
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.ticket-card').count()).toBe(1);
  });

  it('goes through the controls in the order in which they stand, each with a name', async () => {
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    const names: string[] = [];
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
      if (names.includes(name)) break;
      names.push(name);
    }
    const order = [
      '签退',
      '呼叫下一位',
      '开始办理',
      '办理完成',
      '请求评价',
      '过号列表',
      '暂停服务',
      '重呼',
      '过号',
      '重排',
    ];
    const places = order.map((word) =>
      names.findIndex((name) => name.startsWith(word) && !name.startsWith(`${word}列表`)),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(ring).toBe('solid');
  });
});

describe('before the console', () => {
  it('sign-in, and what went wrong there', async () => {
    const signIn = await stage.open(screens, '/clerk/', DESK);
    await signIn.getByText('工作人员登录').waitFor();
    await expectNothingCut(signIn, 'sign-in');
    await expectNoAxeFindings(signIn);
    await expectLooksLike(signIn, 'clerk-sign-in');
    await signIn.getByRole('button', { name: '登录' }).click();
    await signIn.getByText('请输入工号和密码').waitFor();
    await expectNothingCut(signIn, 'sign-in trouble');
    await expectNoAxeFindings(signIn);
    await signIn.context().close();
  });

  it('choose a window', async () => {
    const elsewhere = await openHallStage({ who: { kind: 'clerk', staffNo: '0399' }, place: null });
    elsewhere.show('windows/hall', WINDOWS);
    const choose = await elsewhere.open(screens, '/clerk/#token=stage', DESK);
    await choose.getByText('请选择窗口').waitFor();
    await choose.getByText('105').waitFor();
    await expectNothingCut(choose, 'choose');
    await expectNoAxeFindings(choose);
    await expectLooksLike(choose, 'clerk-choose');
    await choose.context().close();
    await elsewhere.close();
  });
});
