// The floating caller with real processes: a clerk signs in at the bar, calls, recalls, passes over, pauses, loses the link, and leaves.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { startWindowTerminal } from './simulated-kiosk.ts';
import type { SimulatedPad } from './simulated-kiosk.ts';
import { openCutLine } from './support/cut-line.ts';
import type { CutLine } from './support/cut-line.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };
const PASSWORD = 'not-a-real-secret-0309';
const BAR = { width: 560, height: 220 };

let hall: HallProgram;
let line: CutLine;
let pad: SimulatedPad;
let screens: Screens;
let bar: Page;
const frames: string[] = [];

beforeAll(async () => {
  hall = await startHall();
  await hall.post('/api/v1/credentials', { kind: 'clerk', id: '0309', password: PASSWORD });
  line = await openCutLine(hall.url());
  pad = await startWindowTerminal({ ...hall, url: () => line.url }, 'pad-09');
  screens = await startScreens();
  const listen = (page: Page): Promise<void> => {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    return Promise.resolve();
  };
  bar = await screens.open(String(pad.program.ready['page']), BAR, listen);
});

afterAll(async () => {
  await screens.close();
  await pad.stop();
  await line.close();
  await hall.remove();
});

const shows = (text: string | RegExp) => bar.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const control = (name: string) => bar.locator('button, a').filter({ hasText: new RegExp(`^${name}`) });
const press = (name: string) => control(name).first().click({ timeout: PATIENCE.timeout });
const issue = async (): Promise<void> => {
  expect((await hall.command({ type: 'issueTicket', queueId: 'general' })).status).toBe(200);
};
const eventsOf = async (type: string) => (await hall.events()).filter((event) => event['type'] === type);
const untilEvents = (type: string, count: number) =>
  vi.waitFor(async () => expect(await eventsOf(type)).toHaveLength(count), PATIENCE);
const untilNumber = (text: string) =>
  vi.waitFor(async () => expect(await bar.locator('.ticket-number').innerText()).toBe(text), PATIENCE);
/** A second press of the same control within 600 ms is a bounce: pressed until it counts. */
const pressUntil = (name: string, effect: string) =>
  vi.waitFor(async () => {
    if ((await bar.getByText(effect).count()) > 0) return;
    await control(name).first().click({ timeout: 1_000 });
    await bar.getByText(effect).first().waitFor({ timeout: 1_000 });
  }, PATIENCE);

async function signIn(password: string): Promise<void> {
  await bar.getByLabel('工号').fill('0309');
  await bar.getByLabel('密码').fill(password);
  await press('登录');
}

describe('signing in', () => {
  it('says which window this is and asks for number and password; a wrong one is said', async () => {
    await shows('9 号窗口');
    await shows('未签到');
    await press('登录');
    await signIn('wrong-password');
    await shows('工号或密码不正确');
    expect(await eventsOf('ClerkSignedIn')).toHaveLength(0);
  });

  it('with the right one the clerk is at the window, and the bar is small again', async () => {
    await signIn(PASSWORD);
    await shows('窗口空闲');
    await bar.locator('.bar-compact').waitFor();
    expect(await eventsOf('ClerkSignedIn')).toMatchObject([{ staffNo: '0309', windowId: 'w09' }]);
  });
});

describe('calling', () => {
  it('counts who waits as they come, and asks for a look while the window is free', async () => {
    expect(await bar.locator('.bar-flash').count()).toBe(0);
    for (const people of [1, 2, 3]) {
      await issue();
      await shows(`等候 ${people}`);
    }
    await bar.locator('.bar-flash').waitFor();
    await shows('呼叫 M001');
  });

  it('two fast presses are one call', async () => {
    await control('呼叫 M001').dblclick();
    await untilNumber('M001');
    await shows('等候 2');
    await shows('先办完 M001，请求评价');
    expect(await bar.locator('.bar-flash').count()).toBe(0);
    expect(await eventsOf('TicketCalled')).toHaveLength(1);
  });

  it('calls the same number again', async () => {
    await press('重呼');
    await untilEvents('TicketRecalled', 1);
    await untilNumber('M001');
  });

  it('passes over only after the one question', async () => {
    await press('过号');
    await shows('确定 M001 过号？');
    await bar.keyboard.press('Escape');
    await shows('重呼');
    expect(await eventsOf('TicketMissed')).toHaveLength(0);
    await pressUntil('过号', '确定 M001 过号？');
    await bar.keyboard.press('Enter');
    await untilEvents('TicketMissed', 1);
    await shows('窗口空闲');
  });

  it('pauses for a reason and goes on', async () => {
    await press('暂停');
    await press('用餐');
    await shows('暂停服务');
    await shows('本窗口已暂停服务，请先恢复');
    expect(await eventsOf('WindowPaused')).toMatchObject([{ windowId: 'w09', reason: 'meal' }]);
    await pressUntil('恢复', '窗口空闲');
    await untilEvents('WindowResumed', 1);
  });

  it('closes one and calls the next, and learns that the rating came, not which', async () => {
    await press('呼叫 M002');
    await untilNumber('M002');
    await pressUntil('呼叫 M003', '办完 M003');
    await shows('待评价');
    await vi.waitFor(() => expect(pad.pad.isArmed(1)).toBe(true), PATIENCE);
    pad.pad.press(1, 1);
    await shows('已评价');
    expect(await eventsOf('EvaluationRecorded')).toMatchObject([{ rating: 2 }]);
    expect(frames.join('\n')).not.toMatch(/rating"|不满意/);
  });
});

describe('the link', () => {
  it('lost under a press and back: the press is carried out once, under its own id', async () => {
    await issue();
    await issue();
    await shows('呼叫 M004');
    // Pressed once only, so not within the 600 ms in which it would be a bounce of the press before.
    const shownAt = performance.now();
    await vi.waitFor(() => expect(performance.now() - shownAt).toBeGreaterThan(600), PATIENCE);
    line.swallowAnswers();
    await press('呼叫 M004');
    await untilEvents('TicketCalled', 4);
    line.cut();
    await shows('连接中断');
    await shows('与服务器的连接已断开');
    line.mend();
    await shows('已连接');
    await untilNumber('M004');
    await vi.waitFor(() => expect(bar.getByText('呼叫 M005').isVisible()).resolves.toBe(true), PATIENCE);
    expect(await eventsOf('TicketCalled')).toHaveLength(4);
    // The hall writes its log in blocks: the request came twice, under one id.
    await vi.waitFor(() => {
      const ids = [...hall.log().matchAll(/"requestId":"([0-9a-f]{32})"[^\n]*"callNext"/g)].map(([, id]) => id);
      expect(ids.length - new Set(ids).size).toBe(1);
    }, PATIENCE);
  });

  it('a page that is opened anew finds the clerk signed in and the number at the window', async () => {
    await bar.reload();
    await untilNumber('M004');
    await shows('呼叫 M005');
  });
});

describe('leaving', () => {
  it('the full console is a link to the hall without any token', async () => {
    await press('展开');
    const link = bar.getByRole('link', { name: '完整工作台' });
    expect(await link.getAttribute('href')).toBe(`${line.url}/clerk/`);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('is refused while a ticket is open, then signs out', async () => {
    await press('签退');
    await shows('请先办结当前业务');
    await bar.keyboard.press('Escape');
    await hall.command({ type: 'finishServing', windowId: 'w09' });
    await pressUntil('签退', '工号');
    await untilEvents('ClerkSignedOut', 1);
  });

  it('neither token nor password reached the page, its storage or the terminal’s log', async () => {
    expect(await bar.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    const seen = [frames.join('\n'), pad.program.log()].join('\n');
    expect(seen).not.toContain(PASSWORD);
    expect(seen).not.toMatch(/"token"|Bearer/);
    expect(frames.join('\n')).not.toMatch(/[A-Za-z0-9_-]{43}/);
    expect(screens.troubles).toEqual([]);
  });
});
