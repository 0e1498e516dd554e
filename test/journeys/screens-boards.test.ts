// The hall board beside its drawings: every state, every size of screen, the worst names of a hall, and time that a test turns.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { CALLS, WORST_CALLS, WORST_STATUS, boardCalls, boardStatus, call } from './support/board-views.ts';
import type { BoardCall } from './support/board-views.ts';
import { coloursOf, largestText, leastFontPx, movements, wordBoxes } from './support/board-facts.ts';
import { HALL_TIME, openHallStage } from './support/hall-stage.ts';
import type { HallStage } from './support/hall-stage.ts';
import { expectNothingCut } from './support/overflow.ts';
import { TouchScreen } from './support/touch.ts';
import { expectLooksLike } from './support/visual.ts';

/** Half a device px for one of the drawing: small pictures of the whole layout. */
const WIDE = { width: 1920, height: 1080, deviceScaleFactor: 0.5 };
const TALL = { width: 1080, height: 1920, deviceScaleFactor: 0.5 };
const SIZES = [
  { width: 3840, height: 2160 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1280, height: 1024 },
  { width: 2160, height: 3840 },
  { width: 768, height: 1366 },
] as const;

let screens: Screens;
let stage: HallStage;
let board: Page;
let seq = 1;

beforeAll(async () => {
  screens = await startScreens();
  stage = await openHallStage({
    who: { kind: 'display', displayId: 'board' },
    place: { zoneId: null, windowId: null },
  });
  showStatus(boardStatus());
  showCalls(CALLS);
  board = await openBoard();
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await stage.close();
});

const showCalls = (calls: readonly BoardCall[]) => stage.show('boardCalls/hall', boardCalls(++seq, calls));
const showStatus = (status: ReturnType<typeof boardStatus>) =>
  stage.show('boardStatus/hall', { ...status, seq: ++seq });
const fresh = (ticketNumber: string, windowLabel: string, change: Partial<BoardCall> = {}) =>
  call(ticketNumber, windowLabel, -50, { callSeq: 2_000_000 + ++seq, ...change });

async function openBoard(path = '/board/', size: typeof WIDE = WIDE, isStill = false): Promise<Page> {
  const page = await stage.open(screens, path, size, { isStill });
  await page.locator('.top-bar time').waitFor();
  return page;
}

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function isAsDrawn(page: Page, name: string): Promise<void> {
  await expectNothingCut(page, name);
  await expectNoAxeFindings(page);
  await expectLooksLike(page, `board-${name}`);
}

describe('the states of the hall board', () => {
  it('normal: five calls, seven queues, the number largest', async () => {
    await isAsDrawn(board, 'normal');
    expect(await leastFontPx(board)).toBeGreaterThanOrEqual(32);
    expect(await largestText(board)).toBe('A012');
  });

  it('a call: complete in its first frame and confirmed after it', async () => {
    const newest = fresh('A013', '12');
    showCalls([newest, ...CALLS.slice(1)]);
    await sees(board, '请 A013 号到 12 号窗口办理');
    // No frame has come yet by the page's clock: nothing is confirmed that nobody may have seen.
    expect(stage.said).toEqual([]);
    await board.clock.runFor(50);
    await expect.poll(() => stage.said).toContainEqual({ event: 'painted', message: { callSeq: newest.callSeq } });
    await isAsDrawn(board, 'one-call');
  });

  it('two and three calls, one of them again', async () => {
    const [one, two, three] = [fresh('A013', '12'), fresh('C109', '105', { callCount: 2 }), fresh('W9999', '7')];
    showCalls([two, one, ...CALLS.slice(1)]);
    await sees(board, '再次呼叫');
    await isAsDrawn(board, 'two-calls');
    showCalls([three, two, one, ...CALLS.slice(1)]);
    await sees(board, 'W9999');
    await isAsDrawn(board, 'three-calls');
    await board.clock.runFor(9_000);
    await sees(board, '号码');
  });

  it('nobody called, day closed, tickets stopped', async () => {
    showCalls([]);
    await sees(board, '暂无叫号，请稍候');
    await isAsDrawn(board, 'empty');
    showStatus(boardStatus({ isDayOpen: false, isTicketing: false }));
    await sees(board, '现在不在办理时间');
    await isAsDrawn(board, 'closed');
    showStatus(boardStatus({ isTicketing: false }));
    showCalls(CALLS);
    await sees(board, '现在不取号，已取的号码继续叫号');
    await expectNothingCut(board, 'no tickets');
    showStatus(boardStatus());
    await sees(board, '请在休息区等候');
  });
});

describe('time without the hall', () => {
  it('5 s: a small word; 15 s: the notice and nothing amber; 5 min: no number; then as before', async () => {
    const page = await openBoard();
    await page.clock.runFor(4_900);
    expect(await page.getByText('连接中断').count()).toBe(0);
    await page.clock.runFor(200);
    await sees(page, '连接中断');
    await expectNothingCut(page, 'interrupted');
    await page.clock.runFor(9_900);
    await sees(page, '大屏信息暂停更新');
    await isAsDrawn(page, 'stale');
    expect(await coloursOf(page)).not.toContain('rgb(255, 201, 56)');
    await page.clock.runFor(285_000);
    await expect.poll(() => page.locator('.small-call').count()).toBe(0);
    await expectNothingCut(page, 'expired');
    stage.beat();
    showCalls(CALLS);
    await sees(page, '请在休息区等候');
    await page.context().close();
  });
});

describe('every screen', () => {
  it('shows the same picture at its own size, with nothing cut', async () => {
    const page = await openBoard();
    // Calls and queues come one after the other.
    await sees(page, 'A012');
    await sees(page, '请在休息区等候');
    const drawn = await wordBoxes(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectNothingCut(page, `${size.width} x ${size.height}`);
    }
    await page.setViewportSize({ width: 3840, height: 2160 });
    const farthestPx = async (): Promise<number> => {
      const doubled = await wordBoxes(page);
      if (doubled.length !== drawn.length) return Infinity;
      return Math.max(
        ...doubled.flatMap((box, at) => box.map((px, side) => Math.abs(px - (drawn[at]?.[side] ?? 0) * 2))),
      );
    };
    // The new size is drawn some frames later.
    await expect.poll(farthestPx).toBeLessThan(3);
    await page.context().close();
  });

  it.each([
    ['wide', WIDE],
    ['tall', TALL],
  ])('%s: the longest names, the widest numbers, all pages of the queues', async (name, size) => {
    showStatus(WORST_STATUS);
    showCalls(WORST_CALLS);
    const page = await openBoard('/board/', size);
    await sees(page, 'K1-W9999');
    await expectNothingCut(page, `${name} worst`);
    await page.clock.runFor(2_000);
    stage.beat(HALL_TIME + 2_000);
    showCalls([fresh('K1-W9999', 'W105', { callCount: 3 }), ...WORST_CALLS.slice(1)]);
    await sees(page, '再次呼叫');
    await expectNothingCut(page, `${name} worst call`);
    showCalls([fresh('W8888', 'WWWW'), fresh('K1-W9999', 'W105', { callCount: 3 }), fresh('MW1080', '999')]);
    await sees(page, 'WWWW');
    await expectNothingCut(page, `${name} three worst calls`);
    await page.clock.runFor(4_000);
    await page.clock.runFor(6_000);
    await expectNothingCut(page, `${name} worst, second page`);
    await page.clock.runFor(6_000);
    await expectNothingCut(page, `${name} worst, stale`);
    await page.context().close();
    stage.beat(HALL_TIME);
    showStatus(boardStatus());
    showCalls(CALLS);
  });

  it('tall: calls above, queues below; the call fills the width', async () => {
    const page = await openBoard('/board/', TALL);
    await isAsDrawn(page, 'tall');
    showCalls([fresh('A013', '12'), ...CALLS.slice(1)]);
    await sees(page, '请 A013 号到 12 号窗口办理');
    await isAsDrawn(page, 'tall-call');
    await page.context().close();
    showCalls(CALLS);
  });
});

describe('motion', () => {
  it('moves the border alone, at most once a second, and not for ever', async () => {
    const page = await openBoard();
    showCalls([fresh('A014', '3'), ...CALLS.slice(1)]);
    await sees(page, '请 A014 号到 3 号窗口办理');
    expect(await movements(page)).toEqual([
      { of: 'call-border fading', durationMs: 1_000, times: 3, moves: ['opacity'] },
    ]);
    const panelOpacity = await page.locator('.call-panel').evaluate((panel) => getComputedStyle(panel).opacity);
    expect(panelOpacity).toBe('1');
    await page.context().close();
  });

  it.each([
    ['the system', '/board/', true],
    ['the address', '/board/?motion=still', false],
  ])('rests where %s asks for it, and holds the call for 12 s', async (_who, path, isStill) => {
    showCalls(CALLS);
    const page = await openBoard(path, WIDE, isStill);
    showCalls([fresh('A015', '3'), ...CALLS.slice(1)]);
    await sees(page, '请 A015 号到 3 号窗口办理');
    expect(await movements(page)).toEqual([]);
    await page.clock.runFor(11_500);
    expect(await page.locator('.call-panel').count()).toBe(1);
    await page.clock.runFor(600);
    await expect.poll(() => page.locator('.call-panel').count()).toBe(0);
    expect(await movements(page)).toEqual([]);
    await page.context().close();
    showCalls(CALLS);
  });
});

describe('hands', () => {
  it('keys, fingers, mouse and menu change nothing; the cursor does not stay', async () => {
    const page = await openBoard();
    const glass = await TouchScreen.of(page);
    await page.evaluate(() => {
      for (const kind of ['keydown', 'contextmenu', 'wheel', 'touchmove', 'selectstart', 'drop']) {
        addEventListener(kind, (event) => (document.body.dataset[kind] = String(event.defaultPrevented)));
      }
    });
    for (const key of ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'Tab', ' ', 'Control+p', 'Control+r', 'Backspace']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.body.dataset['keydown']), key).toBe('true');
    }
    await page.mouse.click(300, 300, { button: 'right' });
    expect(await page.evaluate(() => document.body.dataset['contextmenu'])).toBe('true');
    await page.mouse.wheel(0, 500);
    await glass.pinch({ x: 900, y: 500 }, 2);
    await glass.tapTogether([...Array(10).keys()].map((place) => ({ x: 100 + place * 150, y: 400 })));
    expect(await glass.zoom()).toBe(1);
    await page.mouse.move(100, 100);
    await page.mouse.dblclick(200, 300);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
    expect(await cursor(page)).not.toBe('none');
    await page.clock.runFor(3_100);
    expect(await cursor(page)).toBe('none');
    await expectNothingCut(page, 'after all hands');
    await page.context().close();
  });
});

const cursor = (page: Page) => page.locator('.stage').evaluate((element) => getComputedStyle(element).cursor);
