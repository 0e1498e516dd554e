// A row of windows with call pads on one serial line and LED strips on the network: a real hall, real terminal programs, real wires.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import {
  beepsOf,
  type ListeningPort,
  listenUdp,
  OnbonSimulator,
  openPtyPair,
  PadBusSimulator,
  type PtyPair,
  shownOnPad,
} from '@jiaohao/drivers/simulators';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPin } from '../../kiosk-app/terminal/leave-pin.ts';
import { startProgram, type Program } from './child-process.ts';
import { CONSOLE, startScreens, type Screens } from './chromium.ts';
import { DEMO_HALL, startHall, type HallProgram } from './hall-program.ts';
import { startWindowTerminal } from './simulated-kiosk.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { enter, enterByMouse, openInTabOfItsOwn, press, shows } from './support/self-test-hands.ts';

const WINDOWS = ['w09', 'w11'];
const PATIENCE = { timeout: 40_000, interval: 50 };
const PIN = '482915';
const QUICK = { pollMs: 300, answerTimeoutMs: 200, tries: 2 };

let folder: string;
let hall: HallProgram;
let strips: { readonly port: ListeningPort; readonly card: OnbonSimulator }[];
let line: PtyPair;
let pads: PadBusSimulator;
let programs: Program[];
let screens: Screens;
let leavePin: string;

/** A finger: the same key sooner would be taken for the pad's repeat. */
const SAME_KEY_APART_MS = 1_100;
const pressedAt = new Map<string, number>();
async function pressCallKey(address: number, key: number): Promise<void> {
  const name = `${address} ${key}`;
  const sinceMs = (): number => performance.now() - (pressedAt.get(name) ?? -Infinity);
  await expect.poll(sinceMs, PATIENCE).toBeGreaterThan(SAME_KEY_APART_MS);
  pads.pressCallKey(address, key);
  pressedAt.set(name, performance.now());
}

const texts = (): (string | null)[] => strips.map(({ card }) => card.text());
const untilStrips = (...shown: string[]): Promise<void> => expect.poll(texts, PATIENCE).toEqual(shown);
const untilPad = (address: number, change: object): Promise<void> =>
  expect.poll(() => shownOnPad(pads.heard, address), PATIENCE).toMatchObject(change);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-row-'));
  [hall, screens, leavePin] = await Promise.all([startHall(rowOfWindows()), startScreens(), hashPin(PIN)]);
  strips = await Promise.all(
    WINDOWS.map(async () => {
      const port = listenUdp();
      await port.open();
      const card = new OnbonSimulator(port);
      card.start();
      return { port, card };
    }),
  );
  line = await openPtyPair();
  pads = new PadBusSimulator(createPort(line.b, { baudRate: 9600 }));
  pads.start();
  const stripDevices = WINDOWS.map((windowId, index) => ({
    ...{ kind: 'ledStrip', windowId, model: 'onbon', port: strips[index]?.port.url, options: QUICK },
  }));
  const padDevices = WINDOWS.flatMap((windowId, index) => [
    { kind: 'callPad', windowId, model: 'bus485', port: line.a, options: { address: index + 1 } },
    ...(index === 0
      ? [{ kind: 'evaluationPad', windowId, model: 'bus485', port: line.a, options: { address: 1, levels: { 4: 5 } } }]
      : []),
  ]);
  programs = [await terminal('strips-1', 'strip', stripDevices), await terminal('pads-1', 'pads', padDevices)];
});

afterAll(async () => {
  await screens.close();
  await Promise.all(programs.map((program) => program.stop()));
  await Promise.all(strips.map(({ card }) => card.stop()));
  await pads.stop();
  await line.close();
  await hall.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The demo hall, the pads and strips of its windows 9 and 11 on one terminal each. */
function rowOfWindows(): string {
  const demo = JSON.parse(readFileSync(DEMO_HALL, 'utf8')) as { terminals: { windowId?: string }[] };
  const terminals = [
    ...demo.terminals.filter(({ windowId }) => windowId === undefined || !WINDOWS.includes(windowId)),
    { terminalId: 'strips-1', role: 'strip', windowIds: WINDOWS },
    { terminalId: 'pads-1', role: 'pads', windowIds: WINDOWS },
  ];
  const file = join(folder, 'hall.json');
  writeFileSync(file, JSON.stringify({ ...demo, terminals }));
  return file;
}

async function terminal(terminalId: string, role: string, devices: readonly object[]): Promise<Program> {
  const tokenFile = join(folder, `${terminalId}.token`);
  writeFileSync(tokenFile, await hall.credential('terminal', terminalId), { mode: 0o600 });
  const config = join(folder, `${terminalId}.json`);
  const dataFolder = join(folder, terminalId);
  const settings = { terminalId, role, hallUrl: hall.url(), tokenFile, dataFolder, devices, shell: { leavePin } };
  writeFileSync(config, JSON.stringify(settings), { mode: 0o600 });
  return startProgram('kiosk-app/browser/main.ts', ['--config', config]);
}

async function issue(): Promise<string> {
  const { body } = await hall.command({
    ...{ type: 'issueTicket', queueId: 'general', actingFor: { terminalId: 'kiosk-1' } },
  });
  return (body['ticket'] as { ticketNumber: string }).ticketNumber;
}

const signIn = (windowId: string, staffNo: string): Promise<unknown> =>
  hall.command({ type: 'signIn', windowId, staffNo, actingFor: { staffNo } });

it('nobody there: strips say closed, a key beeps and calls nobody', async () => {
  await untilStrips('已下班', '已下班');
  await expect
    .poll(async () => (await hall.events()).filter(({ type }) => type === 'DeviceReported').length, PATIENCE)
    .toBeGreaterThan(3);
  await pressCallKey(1, 0x0c);
  await expect.poll(() => beepsOf(pads.heard, 1), PATIENCE).toBe(1);
});

it('a clerk signs in: strip free, the pad counts who waits; its key calls, number on pad and strip', async () => {
  await signIn('w09', '0309');
  await signIn('w11', '0311');
  await untilStrips('9号窗口 空闲', '11号窗口 空闲');
  expect([await issue(), await issue(), await issue()]).toEqual(['M001', 'M002', 'M003']);
  await untilPad(1, { waiting: '003' });
  await pressCallKey(1, 0x0c);
  await untilStrips('请M001到9号窗口', '11号窗口 空闲');
  await untilPad(1, { ticket: '001' });
  await untilPad(2, { waiting: '002' });
  const called = (await hall.events()).find(({ type }) => type === 'TicketCalled');
  expect(called).toMatchObject({ windowId: 'w09', who: { kind: 'terminal', terminalId: 'pads-1' } });
});

it('the other window calls for itself; a wider text pages or drops its first word', async () => {
  pads.set({ acknowledgementsToLose: 2 });
  await pressCallKey(2, 0x0c);
  await untilStrips('请M001到9号窗口', '请M002到11号窗口');
  await expect.poll(() => pads.unacknowledgedCount, PATIENCE).toBe(0);
  expect((await hall.events()).filter(({ type }) => type === 'TicketCalled')).toHaveLength(2);
});

it('pause and back by the same key; a rating at the same address', async () => {
  await pressCallKey(2, 0x12);
  await expect.poll(async () => (await hall.events()).some(({ type }) => type === 'WindowPaused'), PATIENCE).toBe(true);
  await pressCallKey(2, 0x12);
  await expect
    .poll(async () => (await hall.events()).some(({ type }) => type === 'WindowResumed'), PATIENCE)
    .toBe(true);
  await pressCallKey(1, 0x0c);
  await untilPad(1, { ticket: '003' });
  await expect.poll(() => pads.isArmed(1), PATIENCE).toBe(true);
  pads.press(1, 4);
  await expect
    .poll(async () => (await hall.events()).find(({ type }) => type === 'EvaluationRecorded'), PATIENCE)
    .toMatchObject({ rating: 5, who: { kind: 'terminal', terminalId: 'pads-1' } });
});

it('a strip loses power: the hall is told which, and it shows the right text again', async () => {
  const reported = async (): Promise<unknown> =>
    (await hall.events()).findLast(({ type, terminalId }) => type === 'DeviceReported' && terminalId === 'strips-1')?.[
      'device'
    ];
  strips[0]?.card.cutPower();
  await expect.poll(reported, PATIENCE).toEqual({ kind: 'ledStrip', state: 'fault', code: 'noReply', windowId: 'w09' });
  strips[0]?.card.restorePower();
  await untilStrips('请M003到9号窗口', '请M002到11号窗口');
  await expect.poll(reported, PATIENCE).toEqual({ kind: 'ledStrip', state: 'ready', code: null, windowId: 'w09' });
});

it('the server dies: keys beep and are not made up for, numbers go off the strips; it comes back: right again', async () => {
  const beeps = beepsOf(pads.heard, 2);
  await hall.kill();
  await untilPad(2, { ticket: '   ', waiting: '   ' });
  await pressCallKey(2, 0x0c);
  await expect.poll(() => beepsOf(pads.heard, 2), PATIENCE).toBe(beeps + 1);
  await untilStrips('9号窗口', '11号窗口');
  await hall.startAgain();
  await untilStrips('请M003到9号窗口', '请M002到11号窗口');
  await untilPad(2, { ticket: '002' });
  expect((await hall.events()).filter(({ type }) => type === 'TicketCalled')).toHaveLength(3);
});

it('the page of a terminal without one tells each device', async () => {
  const html = await (await fetch(String(programs[0]?.ready['page']))).text();
  expect(html).toContain('窗口条屏');
  expect(html.replaceAll(/<[^>]*>/g, '').match(/正常 ready/g)).toHaveLength(2);
});

async function openSelfTest(program: Program | undefined): Promise<Page> {
  const page = await screens.open(String(program?.ready['page']), CONSOLE);
  await page.getByRole('link', { name: /设备自检/ }).click();
  await enter(page, '000000');
  await shows(page, '密码不正确');
  await expectNoAxeFindings(page);
  await enter(page, PIN);
  await shows(page, '终端照常运行');
  return page;
}

it('设备自检 of pads that run: a window’s keys are shown and call nobody, the other one calls; ended, all is as before', async () => {
  const page = await openSelfTest(programs[1]);
  expect(await issue()).toBe('M004');
  await press(page, /试11号窗口 Try window 11$/);
  await shows(page, '按键只显示，不执行');
  await shows(page, 'Window 11 is under test');
  const beeps = beepsOf(pads.heard, 2);
  await pressCallKey(2, 0x0c);
  await shows(page, /顺呼 next \(0C\) · \d+ 秒前/);
  await press(page, /试呼叫器/);
  await untilPad(2, { ticket: '012' });
  await expect.poll(() => beepsOf(pads.heard, 2), PATIENCE).toBe(beeps + 1);
  await expectNoAxeFindings(page);
  await pressCallKey(1, 0x0c);
  await untilPad(1, { ticket: '004' });
  const called = (await hall.events()).filter(({ type }) => type === 'TicketCalled');
  expect(called.map(({ windowId }) => windowId)).toEqual(['w09', 'w11', 'w09', 'w09']);
  await press(page, /结束自检/);
  await untilPad(2, { ticket: '002' });
  await shows(page, '呼叫器与评价器');
  await pressCallKey(2, 0x12);
  const pauses = async (): Promise<number> =>
    (await hall.events()).filter(({ type }) => type === 'WindowPaused').length;
  await expect.poll(pauses, PATIENCE).toBe(2);
});

it('设备自检 of strips that run: one strip shows the test, and its window again when it ends', async () => {
  const page = await openSelfTest(programs[0]);
  await press(page, /试9号窗口/);
  await press(page, /试条屏/);
  await expect.poll(() => texts()[0], PATIENCE).toContain('设备自检');
  expect(texts()[1]).not.toContain('设备自检');
  await press(page, /结束自检/);
  await expect.poll(() => texts()[0], PATIENCE).toBe('请M004到9号窗口');
});

it('设备自检 of one window, beside its clerk’s bar: its pad is tried, and nothing of it is an evaluation', async () => {
  const window = await startWindowTerminal(hall, 'pad-10', { leavePin });
  const address = new URL('self-test/', String(window.program.ready['page'])).href;
  const page = await openInTabOfItsOwn(screens, address);
  const rated = async (): Promise<number> =>
    (await hall.events()).filter(({ type }) => type === 'EvaluationRecorded').length;
  const before = await rated();
  await enterByMouse(page, PIN);
  await press(page, /结束自检/);
  await shows(page, '输入密码');
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await shows(page, '已输入 0 位');
  await enter(page, PIN);
  await press(page, /试本窗口/);
  await shows(page, '正在试10号窗口');
  await press(page, /试评价器/);
  await expect.poll(() => window.pad.isArmed(1), PATIENCE).toBe(true);
  window.pad.press(1, 4);
  await shows(page, '1 个中收到 1 个');
  await shows(page, /非常满意 5 · \d+ 秒前/);
  await expectNoAxeFindings(page);
  expect([await rated(), window.program.log()]).toEqual([before, expect.not.stringContaining('was not asked')]);
  await page.close();
  await window.stop();
  expect(screens.troubles).toEqual([]);
});
