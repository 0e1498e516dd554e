// Devices that go and come at a real kiosk: its page degrades by the hall's rules and recovers, the technician's page and the figures say so.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { figure, parseExposition } from '../../hall-server/gateway/testing/exposition.ts';
import { CONSOLE, KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { startPluggedKiosk } from './support/plugged-kiosk.ts';
import type { PluggedKiosk } from './support/plugged-kiosk.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };
/** A tap that came too soon after the last does not count and is made again. */
const EFFECT_MS = 1_500;
const ROLL_MM = 20_500;

/** An invented person; the region code does not exist. */
const PERSON = {
  kind: 'resident',
  name: '演示子丑',
  sexCode: '1',
  nationCode: '01',
  birth: '19850101',
  address: '演示地址',
  idNumber: '990100198501010014',
  authority: '演示机关',
  validFrom: '20200101',
  validTo: '长期',
} as const;

/** Of another invented person. */
const TYPED = '990100198501010022';

let hall: HallProgram;
let screens: Screens;
let kiosk: PluggedKiosk;
let page: Page;
let technician: Page;
let monitor: string;

beforeAll(async () => {
  hall = await startHall();
  await hall.command({ type: 'openDay' });
  screens = await startScreens();
  kiosk = await startPluggedKiosk(hall, 'kiosk-1', ROLL_MM);
  monitor = String((await hall.post('/api/v1/credentials', { kind: 'monitor', id: 'technician' })).body['token']);
  page = await screens.open(kiosk.page, KIOSK);
  technician = await screens.open(`${hall.url()}/health/#token=${monitor}`, CONSOLE);
  await shows(page, '带了身份证');
});

afterAll(async () => {
  await screens.close();
  await kiosk.stop();
  await hall.remove();
});

const shows = (on: Page, text: string | RegExp) => on.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const gone = (on: Page, text: string | RegExp) =>
  vi.waitFor(async () => expect(await on.getByText(text).count()).toBe(0), PATIENCE);

async function touch(button: string, effect: string): Promise<void> {
  await vi.waitFor(async () => {
    if ((await page.getByText(effect).count()) > 0) return;
    await page.getByRole('button', { name: button }).click({ timeout: EFFECT_MS });
    await page.getByText(effect).first().waitFor({ timeout: EFFECT_MS });
  }, PATIENCE);
}

/** On the number pad; ⌫ is the key 删除. Each key is seen to have acted before the next. */
async function type(keys: string): Promise<void> {
  const given = () => page.locator('.typed-number [role="status"]').textContent();
  for (const key of keys) {
    const before = await given();
    await vi.waitFor(async () => {
      if ((await given()) !== before) return;
      await page.getByRole('button', { name: key === '⌫' ? '删除' : key, exact: true }).click({ timeout: EFFECT_MS });
      expect(await given()).not.toBe(before);
    }, PATIENCE);
  }
}

/** The hall's rules for kiosks whose devices fail, changed while the hall is open. */
async function rules(change: Partial<HallConfig['policies']>): Promise<void> {
  const { body } = await hall.get('/api/v1/config');
  const config = body as unknown as HallConfig;
  const { status } = await hall.command({
    type: 'configureHall',
    config: { ...config, policies: { ...config.policies, ...change } },
  });
  expect(status).toBe(200);
}

async function figures() {
  const response = await fetch(`${hall.url()}/metrics`, { headers: { authorization: `Bearer ${monitor}` } });
  return parseExposition(await response.text());
}

const reported = async (labels: Readonly<Record<string, string>>) =>
  figure(await figures(), 'jiaohao_device_state', { terminal: 'kiosk-1', ...labels });
const isReported = (labels: Readonly<Record<string, string>>) =>
  vi.waitFor(async () => expect(await reported(labels)).toBe(1), PATIENCE);

const paper = () => JSON.stringify(kiosk.printer.device.tickets.at(-1)?.elements);

describe('the reader', () => {
  it('goes: said at once on the glass and to the technician, numbers go on by touch', async () => {
    const wentAt = Date.now() / 1_000;
    await kiosk.reader.pull();
    await shows(page, '读卡器故障，暂时不能刷身份证');
    await isReported({ device: 'idCardReader', state: 'fault', code: 'portLost' });
    await shows(technician, 'kiosk-1 的身份证阅读器：已断开');
    const labels = { terminal: 'kiosk-1', device: 'idCardReader' };
    const since = figure(await figures(), 'jiaohao_device_state_since_timestamp_seconds', labels) ?? 0;
    expect(Math.abs(since - wentAt)).toBeLessThan(60);
    await touch('一键取号', '现在不能刷身份证');
    await touch('不刷身份证，继续取号', '请取走您的号票');
    expect(paper()).toContain('M001');
    await touch('完成', '您好，请取号');
  });

  it('under the rule `numberPad` the ID number is typed: mistakes are told, the ticket is printed, nothing of it is left', async () => {
    await rules({ withoutReader: 'numberPad' });
    await touch('一键取号', '现在不能刷身份证');
    await touch('输入身份证号取号', '请输入身份证号码');
    await type(`${TYPED.slice(0, -1)}1`);
    await touch('确认取号', '号码有误');
    await shows(page, '●●●●●●');
    await type('⌫2');
    await touch('确认取号', '请取走您的号票');
    expect(paper()).toContain('M002');
    expect(await page.content()).not.toMatch(/990100|19850101/);
    expect(kiosk.program.log()).not.toContain(TYPED);
    await touch('完成', '您好，请取号');
  });

  it('under the rule `desk` nobody begins while it is away, and the rule holds at once', async () => {
    await rules({ withoutReader: 'desk' });
    await shows(page, '读卡器故障，本机暂停取号');
    await shows(page, '请到咨询引导台取号');
  });

  it('comes back under another name of the system: the page is as before, and a card is read', async () => {
    await kiosk.reader.plugIn();
    expect(kiosk.reader.times).toBe(2);
    await shows(page, '带了身份证');
    await isReported({ device: 'idCardReader', state: 'ready', code: '' });
    await gone(technician, '的身份证阅读器：已断开');
    kiosk.reader.device.lay(PERSON);
    await shows(page, 'M003');
    await shows(page, '请取走号票和身份证');
    kiosk.reader.device.lift();
    await touch('完成', '带了身份证');
  });
});

describe('the printer', () => {
  it('a new roll is seen, and what is left of it is told in steps', async () => {
    kiosk.printer.device.set({ isPaperOut: true });
    await shows(page, '打印机缺纸，号码将显示在屏幕上');
    kiosk.printer.device.set({ isPaperOut: false });
    await gone(page, '打印机缺纸');
    await vi.waitFor(
      async () => expect(figure(await figures(), 'jiaohao_paper_left_metres', { terminal: 'kiosk-1' })).toBe(20),
      PATIENCE,
    );
    await shows(technician, '余纸约 20 米');
  });

  it('goes while somebody chooses: not thrown out, the number stands on the glass until it was noted', async () => {
    await touch('选择业务取号', '请选择您要办理的业务');
    await kiosk.printer.pull();
    await isReported({ device: 'ticketPrinter', state: 'fault', code: 'portLost' });
    await shows(technician, 'kiosk-1 的打印机：已断开');
    await touch('社会保险', '正在等待身份证');
    await touch('如未带身份证', '号票没有打印出来，您的号码有效');
    await shows(page, 'A001');
    await shows(page, '打印机连接中断，已通知工作人员');
    await shows(page, '我记住了');
  });

  it('comes back under another name: the number can be printed, and is the same', async () => {
    await kiosk.printer.plugIn();
    await shows(page, '打印机已恢复，请点再打印，号码不变');
    await touch('再打印', '请取走您的号票');
    expect(paper()).toContain('A001');
    expect(paper()).toContain('补打');
    await touch('完成', '带了身份证');
  });

  it('under the rule `desk` nobody begins while it is away, by card neither, and all is well when it is back', async () => {
    await rules({ withoutPrinter: 'desk' });
    await kiosk.printer.pull();
    await shows(page, '打印机故障，本机暂停取号');
    const asked = await numbers();
    const looks = kiosk.reader.device.countOf('3003');
    kiosk.reader.device.lay(PERSON);
    // Read to its end: only after that the driver looks whether the card still lies there.
    await vi.waitFor(() => expect(kiosk.reader.device.countOf('3003')).toBeGreaterThan(looks), PATIENCE);
    await kiosk.printer.plugIn();
    await shows(page, '一键取号');
    expect(await numbers()).toEqual(asked);
    kiosk.reader.device.lift();
    await shows(page, '带了身份证');
    await isReported({ device: 'ticketPrinter', state: 'ready', code: '' });
    await gone(technician, '的打印机：已断开');
  });
});

const numbers = async () =>
  (await hall.events()).filter(({ type }) => type === 'TicketIssued').map(({ ticketNumber }) => ticketNumber);

describe('a plug that is loose', () => {
  it('in and out again and again: few words in the journal, and the last one is true', async () => {
    const about = async () =>
      (await hall.events()).filter(({ type, device }) => {
        return type === 'DeviceReported' && (device as { kind: string }).kind === 'idCardReader';
      });
    const before = (await about()).length;
    for (let round = 0; round < 8; round += 1) {
      await kiosk.reader.pull();
      await kiosk.reader.plugIn();
      await shows(page, '带了身份证');
    }
    await isReported({ device: 'idCardReader', state: 'ready', code: '' });
    const told = (await about()).slice(before).map(({ device }) => (device as { code: string | null }).code);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told).toContain('unsteady');
    expect(told.at(-1)).toBeNull();
    const logged = kiosk.program
      .log()
      .split('\n')
      .filter((line) => line.includes('comes and goes'));
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.length).toBeLessThanOrEqual(2);
  });

  it('no page threw or broke its policy, every number was made once', async () => {
    expect(screens.troubles).toEqual([]);
    expect(await numbers()).toEqual(['M001', 'M002', 'M003', 'A001']);
  });
});
