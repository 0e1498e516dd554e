// The pages that applicants touch themselves, against a real hall: the tablet pad, rated by fingers, by nobody, over reloads and broken lines; and a phone.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openCutLine } from './support/cut-line.ts';
import type { CutLine } from './support/cut-line.ts';
import { expectSoundLayout } from './support/layout.ts';
import { startPadHall } from './support/pad-hall.ts';
import type { PadHall } from './support/pad-hall.ts';
import { describePhone } from './support/phone-cases.ts';
import { WITH_PHONES } from './support/phone-hall.ts';
import { TouchScreen } from './support/touch.ts';
import { expectLooksLike } from './support/visual.ts';

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1200, deviceScaleFactor: 0.5 };
/** Least of screens.md for a pad of 10.1 inches at 1280 x 800. */
const SOUND = { root: '.stage', control: { sidePx: 118, gapPx: 12 }, type: { hanziPx: 28, latinPx: 24 } };
const COMMENT = '测试意见 13800000000';

let screens: Screens;
let hall: PadHall;
let line: CutLine;
let page: Page;
let glass: TouchScreen;

beforeAll(async () => {
  screens = await startScreens();
  hall = await startPadHall(WITH_PHONES);
  line = await openCutLine(hall.program.url());
  page = await screens.open(`${line.url}/pad/#token=${hall.token}`, SMALL, (opened) => opened.clock.install());
  glass = await TouchScreen.of(page);
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await line.close();
  await hall.remove();
});

const sees = (text: string | RegExp) => page.getByText(text).first().waitFor();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const reason = (name: string) => page.getByRole('checkbox', { name });
/** A finger that has rested: a second tap within 600 ms does nothing. */
async function touch(target: ReturnType<typeof button>): Promise<void> {
  await page.clock.fastForward(700);
  await glass.tap(target);
}
const levelsUp = () => sees('请对本次服务进行评价');
const idleUp = () => sees('办完业务后，请在这里评价');

/** Clocks are put forward faster than the hall's heart beats: the bar may say so for a moment. */
const linkUp = () => expect.poll(() => page.locator('.interrupted').count(), { timeout: 10_000 }).toBe(0);

async function looksAsDrawn(name: string): Promise<void> {
  if (name !== 'lost') await linkUp();
  await expectSoundLayout(page, SOUND);
  await expectLooksLike(page, `pad-${name}`);
}

async function isAsDrawn(name: string): Promise<void> {
  await looksAsDrawn(name);
  await expectNoAxeFindings(page);
}

describe('rated by fingers', () => {
  it('the clerk card, as drawn, takes no touch', async () => {
    await idleUp();
    await sees('李文静');
    expect(await page.locator('button, a, input, textarea').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    await isAsDrawn('idle');
  });

  it('five equal levels, none preselected; the best one is thanked for and recorded', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await isAsDrawn('levels');
    await expectFiveEqual();
    await touch(button(/^非常满意/));
    await sees('您选择了：');
    await sees('服务热情效率高');
    await isAsDrawn('optional-reasons');
    await page.clock.fastForward(4_100);
    await idleUp();
    await expect.poll(hall.lastOutcome).toMatchObject({ evaluationId, rating: 5, supplement: false });
    expect(await hall.lastOutcome()).not.toHaveProperty('reasons');
  });

  it('a poor one with reasons and a free text; a second tap at once does nothing; the level can be changed', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await page.clock.fastForward(700);
    const worst = button(/^非常不满意/);
    await glass.storm([worst, worst]);
    await sees('请选择原因（可多选）');
    expect(await page.locator('[aria-checked=true]').count()).toBe(0);
    await touch(button(/^上一步/));
    await levelsUp();
    await touch(button(/^不满意/));
    await sees('没有提供材料清单');
    await touch(reason('未在承诺时间内办结'));
    await isAsDrawn('reasons');
    await touch(reason('服务态度生硬'));
    await touch(button(/^其他意见/));
    await page.locator('textarea').fill(COMMENT);
    await isAsDrawn('comment');
    await touch(button(/^完成/));
    await sees('其他意见（已填写）');
    await touch(button(/^提交/));
    await sees('感谢您的评价');
    await looksAsDrawn('thanks');
    await page.clock.fastForward(4_100);
    await idleUp();
    await expect.poll(hall.lastOutcome).toMatchObject({ evaluationId, rating: 2, reasons: [209, 214] });
    expect((await hall.lastOutcome())?.['commentRef']).toMatch(/^c[0-9a-f]{24}$/);
  });

  it('暂不评价 is no rating', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await touch(button(/^暂不评价/));
    await idleUp();
    await expect.poll(hall.lastOutcome).toMatchObject({ type: 'EvaluationLapsed', evaluationId, reason: 'skipped' });
  });
});

describe('rated by nobody, or not to the end', () => {
  it('without a touch it is not rated', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await page.clock.fastForward(61_000);
    await idleUp();
    await expect.poll(hall.lastOutcome).toMatchObject({ type: 'EvaluationLapsed', evaluationId, reason: 'timeout' });
  });

  it('a level already touched is recorded when the reasons time out, without what was not submitted', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await touch(button(/^不满意/));
    await touch(reason('没有提供材料样本'));
    await page.clock.fastForward(62_000);
    await expect.poll(hall.lastOutcome).toMatchObject({ type: 'EvaluationRecorded', evaluationId, rating: 2 });
    expect(await hall.lastOutcome()).not.toHaveProperty('reasons');
  });

  it('the next applicant’s request replaces the page; what was touched before still counts', async () => {
    const before = await hall.serve();
    await levelsUp();
    await touch(button(/^不满意/));
    await sees('请选择原因（可多选）');
    const next = await hall.serve();
    await levelsUp();
    const isTouched = { ratedAt: expect.any(Number) as number };
    await expect
      .poll(hall.lastOutcome)
      .toMatchObject({ evaluationId: before, rating: 2, supplement: true, ...isTouched });
    await touch(button(/^满意/));
    await touch(button(/^提交/));
    await expect.poll(hall.lastOutcome).toMatchObject({ evaluationId: next, rating: 4, supplement: false });
  });
});

describe('reloads and broken lines', () => {
  it('a reload in the middle of the reasons loses neither the level nor what was chosen', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    await touch(button(/^非常不满意/));
    await touch(reason('多头跑窗口和部门'));
    await page.reload();
    await sees('请选择原因（可多选）');
    expect(await page.locator('[aria-checked=true]').textContent()).toBe('多头跑窗口和部门');
    await touch(button(/^提交/));
    await expect.poll(hall.lastOutcome).toMatchObject({ evaluationId, rating: 1, reasons: [113] });
  });

  it('a rating given while the line is dead is kept over a reload of the page and recorded once', async () => {
    const evaluationId = await hall.serve();
    await levelsUp();
    line.swallowAnswers();
    await touch(button(/^满意/));
    await touch(button(/^提交/));
    await sees('感谢您的评价');
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain('requestId');
    expect(kept).not.toContain('13800000000');
    line.cut();
    await page.clock.fastForward(6_000);
    await sees('评价暂时不能使用');
    await isAsDrawn('lost');
    line.mend();
    await page.reload();
    await idleUp();
    await expect.poll(hall.lastOutcome).toMatchObject({ evaluationId, rating: 4 });
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => /kept/.test(key)))).toBe(false);
    const recorded = (await hall.program.events()).filter((event) => event['evaluationId'] === evaluationId);
    expect(recorded.map(({ type }) => type)).toEqual(['EvaluationRequested', 'EvaluationRecorded']);
  });

  it('a paused window, nobody signed in, and a token that is none say so', async () => {
    await hall.command({ type: 'pauseWindow', windowId: 'w5' });
    await sees('暂停服务');
    await looksAsDrawn('paused');
    await hall.command({ type: 'resumeWindow', windowId: 'w5' });
    await hall.command({ type: 'signOut', windowId: 'w5' });
    await sees('本窗口暂无工作人员');
    await hall.command({ type: 'signIn', windowId: 'w5', staffNo: '0316' });
    await idleUp();
    const stranger = await screens.open(`${line.url}/pad/?pad=other#token=nobody`, SMALL);
    await stranger.getByText('此评价器尚未登记').waitFor();
    await stranger.context().close();
  });

  it('what was written stands in no file, log, view or event in clear', async () => {
    const { folder } = hall.program;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
    const said = JSON.stringify(await hall.program.events()) + hall.program.log();
    for (const words of ['13800000000', '测试意见']) {
      expect(bytes.includes(words)).toBe(false);
      expect(said).not.toContain(words);
    }
  });
});

it('on a larger glass, in high contrast and English first, the same pages stand whole', async () => {
  const address = `${line.url}/pad/?languages=en,zh&theme=high-contrast#token=${hall.token}`;
  const large = await screens.open(address, LARGE);
  const wishes = { ...SOUND, control: { sidePx: 118 * 1.5, gapPx: 12 }, type: { hanziPx: 36, latinPx: 36 } };
  await large.getByText('Rate the service here').waitFor();
  await expectSoundLayout(large, wishes);
  const fingers = await TouchScreen.of(large);
  await hall.serve();
  await large.getByText('Please rate this service').waitFor();
  await expectSoundLayout(large, wishes);
  await expectNoAxeFindings(large);
  await expectLooksLike(large, 'pad-levels-large', { mask: ['.top-right'] });
  await fingers.tap(large.getByRole('button', { name: /^Very dissatisfied/ }));
  await large.getByText('You chose:').waitFor();
  await expectSoundLayout(large, wishes);
  await large.context().close();
});

describePhone(() => ({ screens, hall, line }));

async function expectFiveEqual(): Promise<void> {
  const looks = await page.locator('.level').evaluateAll((levels) =>
    levels.map((level) => {
      const { width, height } = level.getBoundingClientRect();
      const { color, backgroundColor, border, fontSize, fontWeight } = getComputedStyle(level);
      const look = { width: Math.round(width), height: Math.round(height), color, backgroundColor, border };
      return JSON.stringify({ ...look, fontSize, fontWeight });
    }),
  );
  expect(looks).toHaveLength(5);
  expect(new Set(looks).size).toBe(1);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(await page.locator('[aria-pressed=true], [aria-checked=true]').count()).toBe(0);
}
