// A third language by one file: words twice as long as the English ones, and nothing is cut on any screen.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import {
  CALLS,
  boardCalls,
  boardStatus,
  call,
  windowCalled,
  windowCalls,
  windowStatus,
} from './support/board-views.ts';
import { CALLED, clerkCalls, clerkStatus } from './support/clerk-views.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openHallStage } from './support/hall-stage.ts';
import { expectSoundLayout } from './support/layout.ts';
import { expectNothingCut } from './support/overflow.ts';
import { ASKED, padView } from './support/pad-hall.ts';
import { RECALLED, STAGE_LINK, progressView, ticketView } from './support/phone-hall.ts';
import { buildThirdLanguage } from './support/third-language.ts';
import type { ThirdLanguage } from './support/third-language.ts';

const WIDE = { width: 1920, height: 1080, deviceScaleFactor: 0.5 };
const DESK = { width: 1366, height: 768 };
const TABLET = { width: 1280, height: 800 };
/** As of any language, but for letters: words that are too long are made smaller down to these. */
const SOUND_PAD = { root: '.stage', control: { sidePx: 118, gapPx: 12 }, type: { hanziPx: 20, latinPx: 20 } };
const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
] as const;
const TALL = { width: 1080, height: 1920, deviceScaleFactor: 0.5 };

let screens: Screens;
let boards: ThirdLanguage;
let consoles: ThirdLanguage;

beforeAll(async () => {
  screens = await startScreens();
  boards = await buildThirdLanguage({
    workspace: 'display-board',
    languages: [{ folder: 'languages', type: 'DisplayLanguage', from: './zh.ts' }],
    pages: { board: 'hall-board', 'window-screen': 'window-screen' },
  });
  consoles = await buildThirdLanguage({
    workspace: 'consoles',
    languages: [
      { folder: 'languages', type: 'ConsoleLanguage', from: './zh.ts' },
      { folder: 'phone/languages', type: 'PhoneLanguage', from: './zh.ts' },
    ],
    pages: { clerk: 'clerk', pad: 'pad', phone: 'phone' },
  });
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  boards.remove();
  consoles.remove();
});

describe.each([
  ['wide', WIDE],
  ['tall', TALL],
])('twice as long, %s', (_shape, size) => {
  it('on the hall board', async () => {
    const { pagesFolder } = boards;
    const place = { zoneId: null, windowId: null };
    const stage = await openHallStage({ who: { kind: 'display', displayId: 'board' }, place, pagesFolder });
    let seq = 1;
    stage.show('boardStatus/hall', boardStatus());
    stage.show('boardCalls/hall', boardCalls(++seq));
    const page = await stage.open(screens, '/board/?languages=zh,xx', size);
    await page.getByText('nnuummbbeerr').first().waitFor();
    expect(await page.locator('[lang=fi]').count()).toBeGreaterThan(2);
    await expectNothingCut(page, 'normal');
    const again = call('W9999', '105', -50, { callSeq: 3_000_000, callCount: 2 });
    stage.show('boardCalls/hall', boardCalls(++seq, [again, ...CALLS.slice(1)]));
    await page.getByText('再次呼叫').first().waitFor();
    await expectNothingCut(page, 'call');
    const other = call('A013', '7', -60, { callSeq: 3_000_001, callCount: 3 });
    stage.show('boardCalls/hall', boardCalls(++seq, [other, again, ...CALLS.slice(1)]));
    await page.getByText('A013').first().waitFor();
    await expectNothingCut(page, 'two calls');
    stage.show('boardCalls/hall', boardCalls(++seq, []));
    stage.show('boardStatus/hall', boardStatus({ seq: ++seq, isTicketing: false }));
    await page.getByText('暂无叫号').first().waitFor();
    await expectNothingCut(page, 'empty, no tickets');
    stage.show('boardCalls/hall', boardCalls(++seq));
    await page.getByText('C108').first().waitFor();
    await page.clock.runFor(15_100);
    await page.getByText('大屏信息暂停更新').first().waitFor();
    await expectNothingCut(page, 'stale');
    await page.context().close();
    await stage.close();
  });

  it('on the window screen', async () => {
    const { pagesFolder } = boards;
    const place = { zoneId: null, windowId: 'w5' };
    const stage = await openHallStage({ who: { kind: 'display', displayId: 'w5' }, place, pagesFolder });
    let seq = 1;
    stage.show('windowScreenStatus/w5', windowStatus());
    stage.show('windowScreenCalls/w5', windowCalled(++seq, 'A012', 10, 2));
    const page = await stage.open(screens, '/window-screen/?languages=zh,xx', size);
    await page.getByText('再次呼叫').first().waitFor();
    await expectNothingCut(page, 'called again');
    for (const [phase, word] of [
      ['serving', '正在办理'],
      ['free', '窗口空闲'],
      ['paused', '暂停服务'],
      ['closed', '已下班'],
    ] as const) {
      stage.show('windowScreenCalls/w5', windowCalls(++seq, { phase, ticketNumber: 'A012' }));
      await page.getByText(word).first().waitFor();
      await expectNothingCut(page, phase);
    }
    await page.clock.runFor(15_100);
    await page.getByText('本屏信息暂停更新').first().waitFor();
    await expectNothingCut(page, 'stale');
    await page.context().close();
    await stage.close();
  });
});

describe.each([
  ['English', 'en', 'Call next'],
  ['a third language twice as long as English', 'xx', 'ccaallll nneexxtt'],
])('the clerk console in %s', (_what, language, callNext) => {
  it('holds every word at every size', async () => {
    const { pagesFolder } = consoles;
    const place = { zoneId: 'a', windowId: 'w5' };
    const stage = await openHallStage({ who: { kind: 'clerk', staffNo: '0316' }, place, pagesFolder });
    let seq = 1;
    stage.show('clerkCalls/w5', clerkCalls());
    stage.show('clerkStatus/w5', clerkStatus());
    const page = await stage.open(screens, `/clerk/?languages=${language}#token=stage`, DESK);
    await page.getByText(callNext).first().waitFor();
    await isWholeAtEverySize(page, 'serving');
    await expectNoAxeFindings(page);
    await page.keyboard.press('F9');
    await page.locator('.question').waitFor();
    await isWholeAtEverySize(page, 'pause');
    await page.keyboard.press('Escape');
    stage.show('clerkCalls/w5', clerkCalls({ seq: ++seq, phase: 'called', ticket: CALLED }));
    await page.locator('.seen').waitFor();
    await page.keyboard.press('F3');
    await page.locator('.question').waitFor();
    await isWholeAtEverySize(page, 'missed');
    await page.keyboard.press('Escape');
    stage.show('clerkCalls/w5', clerkCalls({ seq: ++seq, phase: 'paused', pauseReason: 'meal', ticket: null }));
    await page.locator('.ticket-free').waitFor();
    await isWholeAtEverySize(page, 'paused');
    await page.context().close();
    const signIn = await stage.open(screens, `/clerk/?languages=${language}`, DESK);
    await signIn.locator('.entry-submit').click();
    await signIn.locator('.trouble-words').waitFor();
    await isWholeAtEverySize(signIn, 'sign-in');
    await signIn.context().close();
    await stage.close();
  });
});

async function isWholeAtEverySize(page: Page, what: string): Promise<void> {
  for (const size of [{ width: 1920, height: 1080 }, { width: 683, height: 384 }, DESK]) {
    await page.setViewportSize(size);
    await expectNothingCut(page, `${what} at ${size.width} x ${size.height}`);
  }
}

describe.each(['languages=zh,xx', 'languages=xx,zh', 'languages=xx,zh&theme=high-contrast'])(
  'the tablet pad with words twice as long, %s',
  (wishes) => {
    it('keeps every row in its place and every word in its box', async () => {
      const { pagesFolder } = consoles;
      const who = { kind: 'terminal', terminalId: 'tablet-5' } as const;
      const place = { zoneId: 'a', windowId: 'w5' };
      const stage = await openHallStage({ who, place, role: 'pad', pagesFolder });
      stage.show('pad/w5', padView());
      const page = await stage.open(screens, `/pad/?${wishes}#token=stage`, TABLET);
      const press = async (control: string, which = 0) => {
        await page.clock.fastForward(700);
        await page.locator(control).nth(which).click();
      };
      await page.getByText('李文静').waitFor();
      await isWholeOnPad(page, 'clerk card');
      stage.show('pad/w5', padView({ seq: 2, evaluationDue: ASKED }));
      await page.locator('.level').first().waitFor();
      await isWholeOnPad(page, 'levels');
      expect(new Set(await page.locator('.level').evaluateAll(lookOfWords)).size).toBe(1);
      for (const level of [0, 1, 2, 3, 4]) {
        await press('.level', level);
        await page.locator('.reason').first().waitFor();
        await press('.reason', 4);
        await isWholeOnPad(page, `reasons of level ${5 - level}`);
        if (level < 4) await press('.foot-button', 0);
      }
      await press('.foot-button', 1);
      await page.locator('textarea').waitFor();
      await isWholeOnPad(page, 'free text');
      await press('.foot-button', 1);
      await press('.foot-button', 2);
      await page.locator('.notice-page').waitFor();
      await isWholeOnPad(page, 'thanks');
      await page.context().close();
      await stage.close();
    });
  },
);

async function isWholeOnPad(page: Page, what: string): Promise<void> {
  await expectNothingCut(page, what);
  await expectSoundLayout(page, SOUND_PAD);
}

/** Runs in the page. */
function lookOfWords(levels: Element[]): string[] {
  return levels.map((level) => {
    const { width, height } = level.getBoundingClientRect();
    const sizes = Array.from(level.querySelectorAll('b, span'), (words) => getComputedStyle(words).fontSize);
    return [Math.round(width), Math.round(height), ...sizes].join(' ');
  });
}

describe.each(['zh,xx', 'xx,zh'])('the phone page with words twice as long, %s', (languages) => {
  it('may be longer than the phone, and is nowhere wider', async () => {
    const { pagesFolder } = consoles;
    const who = { kind: 'applicant', ticketId: 7, queueId: 'social' } as const;
    const stage = await openHallStage({ who, place: null, pagesFolder });
    stage.show('queueProgress/social', progressView(1, 99));
    stage.show('ticket/7', ticketView());
    const page = await stage.open(screens, `/phone/?languages=${languages}${STAGE_LINK}`, PHONES[0]);
    await page.locator('.more').waitFor();
    await isWholeOnPhones(page, 'waiting');
    stage.show('queueProgress/social', progressView(2, 2));
    await page.locator('.soon').waitFor();
    await isWholeOnPhones(page, 'soon');
    stage.show('queueProgress/social', progressView(3, 0));
    await page.locator('.sentence').waitFor();
    await isWholeOnPhones(page, 'next');
    stage.show('ticket/7', ticketView({ seq: 2, state: 'called', call: RECALLED }));
    await page.locator('.again').waitFor();
    await isWholeOnPhones(page, 'called');
    await page.locator('.ack button').click();
    await page.locator('.known').waitFor();
    await isWholeOnPhones(page, 'acknowledged');
    stage.show('ticket/7', ticketView({ seq: 3, state: 'missed' }));
    await page.locator('.outcome-words.missed').waitFor();
    await isWholeOnPhones(page, 'missed');
    await page.context().close();
    await stage.close();
  });
});

async function isWholeOnPhones(page: Page, what: string): Promise<void> {
  for (const size of PHONES) {
    await page.setViewportSize(size);
    await expectNothingCut(page, `${what} at ${size.width} x ${size.height}`);
  }
}

describe('English first', () => {
  it('on the hall board', async () => {
    const stage = await openHallStage({
      who: { kind: 'display', displayId: 'b' },
      place: { zoneId: null, windowId: null },
    });
    stage.show('boardStatus/hall', boardStatus());
    stage.show('boardCalls/hall', boardCalls(1));
    const page = await stage.open(screens, '/board/?languages=en,zh', WIDE);
    await page.getByText('Social insurance').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expectNothingCut(page, 'English first');
    await page.context().close();
    await stage.close();
  });
});
