// A board and a console left on yesterday's build: the real server serves another, and they take it by themselves, at the right moment, once.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './child-process.ts';
import { BOARD, CONSOLE, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';

const PATIENCE_MS = 20_000;
const pages = mkdtempSync(join(tmpdir(), 'jiaohao-pages-'));
let hall: HallProgram;
let screens: Screens;

beforeAll(async () => {
  for (const page of ['board', 'window-screen', 'clerk']) {
    cpSync(join(ROOT, 'dist', page), join(pages, page), { recursive: true });
  }
  hall = await startHall(undefined, ['--pages', pages]);
  screens = await startScreens();
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await hall.remove();
  rmSync(pages, { recursive: true, force: true });
});

/** The same pages under the names of another build: every script and sheet gets a new name, and the HTML says so. */
function publish(page: string, build: string): void {
  const folder = join(pages, page);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const renamed = html.replace(/assets\/([\w-]+?)(-v\w+)?\.(js|css)"/g, (_whole, name: string, _old, kind: string) => {
    const from = readdirSync(join(folder, 'assets')).find((file) => file.startsWith(name) && file.endsWith(kind));
    cpSync(join(folder, 'assets', from ?? ''), join(folder, 'assets', `${name}-v${build}.${kind}`));
    return `assets/${name}-v${build}.${kind}"`;
  });
  writeFileSync(join(folder, 'index.html'), renamed);
}

/** Keeps what stood on the page whenever it was left, over the reload. */
const NOTES_LEAVING = `addEventListener('pagehide', function () {
  var left = JSON.parse(sessionStorage.getItem('left') || '[]');
  left.push(document.querySelector('.call-panel') ? 'a call' : document.querySelector('.question') ? 'a question' : 'nothing');
  sessionStorage.setItem('left', JSON.stringify(left));
});`;
const leftOver = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('left') ?? '[]') as readonly string[]);
const buildOf = (page: Page) => page.evaluate(() => Array.from(document.scripts, (script) => script.src).join());
const isOn = (page: Page, build: string) =>
  page.waitForFunction(
    (name) =>
      Array.from(document.scripts, ({ src }) => src)
        .join()
        .includes(`-v${name}.js`),
    build,
    { timeout: PATIENCE_MS },
  );
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: PATIENCE_MS });
/** The page has asked its server for itself: it knows which build is served. */
const looks = (page: Page) =>
  page.waitForResponse((response) => /\/(board|clerk)\/$/.test(new URL(response.url()).pathname), {
    timeout: PATIENCE_MS,
  });

async function restart(page: Page): Promise<void> {
  const looked = looks(page);
  await hall.kill();
  await hall.startAgain();
  await looked;
}

describe('a page left on yesterday’s build', () => {
  it('the board: not during a call, then by itself, with its token, and once', async () => {
    const token = await hall.credential('display', 'board-hall');
    const prepare = (page: Page) => page.addInitScript(NOTES_LEAVING);
    const board = await screens.open(`${hall.url()}/board/#token=${token}`, BOARD, prepare);
    await sees(board, '暂无叫号');
    publish('board', 'two');
    await callSomebody();
    await sees(board, /号窗口办理/);
    await restart(board);
    await isOn(board, 'two');
    await sees(board, 'M001');
    expect(await leftOver(board)).toEqual(['nothing']);
    const second = await buildOf(board);
    await restart(board);
    await sees(board, 'M001');
    expect(await buildOf(board)).toBe(second);
    expect(await leftOver(board)).toHaveLength(1);
  });

  it('the console: not over an open question, then with the clerk still at the window', async () => {
    const token = await hall.credential('clerk', '0309');
    const prepare = (page: Page) => page.addInitScript(NOTES_LEAVING);
    const clerk = await screens.open(`${hall.url()}/clerk/#token=${token}&window=w09`, CONSOLE, prepare);
    await sees(clerk, '当前号码');
    await clerk.keyboard.press('F9');
    await sees(clerk, '用餐');
    publish('clerk', 'two');
    await restart(clerk);
    await sees(clerk, '已连接');
    expect(await clerk.getByText('用餐').count()).toBe(1);
    await clerk.keyboard.press('Escape');
    await isOn(clerk, 'two');
    await sees(clerk, '9 号窗口');
    await sees(clerk, 'M001');
    expect(await leftOver(clerk)).toEqual(['nothing']);
  });
});

/** Somebody takes a number and is called to window 9. */
async function callSomebody(): Promise<void> {
  const clerk = await hall.credential('clerk', '0309');
  const answers = [
    await hall.command({ type: 'issueTicket', queueId: 'general' }),
    await hall.command({ type: 'signIn', windowId: 'w09', staffNo: '0309' }, clerk),
    await hall.command({ type: 'callNext', windowId: 'w09' }, clerk),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
}
