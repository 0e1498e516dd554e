// The main job in Chromium over real serial paths: card, ticket, next, boards, pad, rating, and what is on disk afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BOARD, CONSOLE, KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { startKiosk, startWindowTerminal } from './simulated-kiosk.ts';
import type { SimulatedKiosk, SimulatedPad } from './simulated-kiosk.ts';
import { PERSON } from './support/person.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

let hall: HallProgram;
let screens: Screens;
let kiosk: SimulatedKiosk;
let pad: SimulatedPad;
let kioskPage: Page;
let board: Page;
let windowScreen: Page;
let clerk: Page;

beforeAll(async () => {
  hall = await startHall();
  screens = await startScreens();
  kiosk = await startKiosk(hall, 'kiosk-1');
  pad = await startWindowTerminal(hall, 'pad-09');
  kioskPage = await screens.open(kiosk.page, KIOSK);
  board = await screens.open(`${hall.url()}/board/#token=${await hall.credential('display', 'board-hall')}`, BOARD);
  windowScreen = await screens.open(
    `${hall.url()}/window-screen/#token=${await hall.credential('display', 'screen-09')}`,
    BOARD,
  );
  clerk = await screens.open(
    `${hall.url()}/clerk/#token=${await hall.credential('clerk', '0309')}&window=w09`,
    CONSOLE,
  );
});

afterAll(async () => {
  await screens.close();
  await kiosk.stop();
  await pad.stop();
  await hall.remove();
});

const shows = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });

describe('from card to rating', () => {
  it('a card laid on the reader brings a printed ticket, and the number on the page', async () => {
    await shows(kioskPage, '一键取号');
    kiosk.reader.lay(PERSON);
    await shows(kioskPage, 'M001');
    await vi.waitFor(() => expect(kiosk.printer.tickets).toHaveLength(1), PATIENCE);
    const paper = JSON.stringify(kiosk.printer.tickets[0]?.elements);
    expect(paper).toContain('M001');
    expect(paper).toContain('优先');
    expect(paper).not.toContain('欧阳');
    await vi.waitFor(
      async () => expect((await hall.events()).some((event) => event['type'] === 'TicketPrinted')).toBe(true),
      PATIENCE,
    );
    kiosk.reader.lift();
  });

  it('F1 calls it: board and window screen show it silently and confirm, the clerk sees that', async () => {
    await shows(clerk, '呼叫下一位');
    await clerk.keyboard.press('F1');
    await shows(board, '请 M001 号到 9 号窗口办理');
    await shows(windowScreen, 'M001');
    await shows(clerk, /2 块屏幕/);
    expect(await clerk.getByText('欧阳***').count()).toBe(1);
    const types = (await hall.events()).map((event) => event['type']);
    expect(types.filter((type) => type === 'CallSeen')).toHaveLength(1);
  });

  it('finishing asks on the pad, the key is the rating, the clerk learns only that it came', async () => {
    await clerk.keyboard.press('F10');
    await shows(windowScreen, '正在办理');
    await clerk.keyboard.press('F4');
    await vi.waitFor(() => expect(pad.pad.isArmed(1)).toBe(true), PATIENCE);
    pad.pad.press(1, 1);
    await vi.waitFor(async () => {
      const rated = (await hall.events()).find((event) => event['type'] === 'EvaluationRecorded');
      expect(rated).toMatchObject({
        rating: 2,
        supplement: false,
        onBehalf: false,
        who: { kind: 'terminal', terminalId: 'pad-09' },
      });
    }, PATIENCE);
    await shows(clerk, /评价已收到|已收到评价|已评价/);
    expect(await clerk.getByText('不满意').count()).toBe(0);
  });

  it('paper runs out: the number stays on the screen, the clerk is told, and the reprint says so', async () => {
    await shows(kioskPage, '一键取号');
    kiosk.printer.set({ isPaperOut: true });
    await shows(clerk, /缺纸/);
    kiosk.reader.lay({ ...PERSON, name: '演示乙', idNumber: '990100199001010017', birth: '19900101' });
    await shows(kioskPage, '号票没有打印出来');
    await shows(kioskPage, 'M002');
    kiosk.printer.set({ isPaperOut: false });
    await vi.waitFor(async () => expect(await clerk.getByText(/缺纸/).count()).toBe(0), PATIENCE);
    await kioskPage.getByRole('button', { name: '再打印' }).click();
    await vi.waitFor(() => expect(kiosk.printer.tickets).toHaveLength(2), PATIENCE);
    expect(JSON.stringify(kiosk.printer.tickets[1]?.elements)).toContain('补打');
  });

  it('the server dies: boards and consoles say so, and come back by themselves', async () => {
    await hall.kill();
    await shows(board, '连接中断');
    await shows(clerk, '连接中断');
    await shows(board, '大屏信息暂停更新');
    await hall.startAgain();
    await vi.waitFor(async () => expect(await board.getByText('大屏信息暂停更新').count()).toBe(0), PATIENCE);
    await vi.waitFor(async () => expect(await clerk.getByText('连接中断').count()).toBe(0), PATIENCE);
    await clerk.keyboard.press('F1');
    await shows(board, '请 M002 号到 9 号窗口办理');
  });

  it('no page threw, broke its policy or asked another origin', () => {
    expect(screens.troubles).toEqual([]);
  });

  it('nobody’s name, number or address is in journal, views, logs or on the kiosk’s disk', async () => {
    const { body } = await hall.get('/api/v1/views');
    const views = await Promise.all((body['topics'] as string[]).map((topic) => hall.get(`/api/v1/views/${topic}`)));
    const files = readdirSync(hall.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const disk = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('');
    const kioskDisk = readdirSync(join(hall.folder, '..', 'kiosk-1'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('');
    const everything = [
      JSON.stringify(await hall.events()),
      JSON.stringify(views),
      hall.log(),
      kiosk.program.log(),
      disk,
      kioskDisk,
    ].join('\n');
    for (const secret of [PERSON.idNumber, '990100199001010017', PERSON.name, PERSON.address]) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret, 'utf8').toString('latin1'));
    }
  });
});
