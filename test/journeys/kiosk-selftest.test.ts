// 设备自检 in the browser host: staff's gesture and PIN, every device on a real line, and the applicants' kiosk back afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPin } from '../../kiosk-app/terminal/leave-pin.ts';
import { startScreens, type Screens } from './chromium.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { startKiosk, type SimulatedKiosk } from './simulated-kiosk.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { startInstallersPage, type InstallersPage } from './support/installers-page.ts';
import { FORMS } from './support/kiosk-forms.ts';
import { openStageHouse } from './support/kiosk-stage.ts';
import { kioskUpdate } from './support/kiosk-hall.ts';
import { FULL_SELF_TEST_SCENE, SELF_TEST_SCENE } from './support/self-test-scene.ts';
import { TouchScreen } from './support/touch.ts';
import { expectLooksLike } from './support/visual.ts';

const PATIENCE = { timeout: 40_000, interval: 50 };
const PIN = '482915';
/** Invented; the region code does not exist, the check character is right. */
const PERSON = {
  kind: 'resident' as const,
  name: '演示子丑',
  sexCode: '1',
  nationCode: '01',
  birth: '19850101',
  address: '演示地址不得出现',
  idNumber: '990100198501010014',
  authority: '演示机关',
  validFrom: '20200101',
  validTo: '长期',
};
const SECRETS = [PERSON.name, PERSON.idNumber, PERSON.address];

let hall: HallProgram;
let screens: Screens;
let kiosk: SimulatedKiosk;
let page: Page;
let glass: TouchScreen;

beforeAll(async () => {
  const shell = { leavePin: await hashPin(PIN) };
  [hall, screens] = await Promise.all([startHall(), startScreens()]);
  kiosk = await startKiosk(hall, 'kiosk-1', undefined, shell);
});

afterAll(async () => {
  await screens.close();
  await kiosk.stop();
  await hall.remove();
});

const shows = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const isShown = async (text: string) => (await page.getByText(text).count()) > 0;
const tap = async (name: string | RegExp) => {
  const button = page.getByRole('button', { name, disabled: false }).first();
  await button.waitFor({ timeout: PATIENCE.timeout });
  await glass.tap(button);
};

async function open(size: { width: number; height: number }): Promise<void> {
  page = await screens.open(kiosk.page, size, (opened) => opened.clock.install());
  glass = await TouchScreen.of(page);
  await shows('带了身份证');
}

async function gesture(): Promise<void> {
  const { width, height } = page.viewportSize() ?? FORMS.portrait;
  const corners = [
    { x: 9, y: 9 },
    { x: width - 9, y: 9 },
    { x: width - 9, y: height - 9 },
    { x: 9, y: height - 9 },
  ];
  for (const corner of [...corners, ...corners]) await glass.tap(corner);
}

async function enter(pin: string): Promise<void> {
  for (const digit of pin) await tap(new RegExp(`^${digit}$`));
  await tap(/确定/);
}

async function openSelfTest(): Promise<void> {
  await gesture();
  await shows('工作人员');
  await enter(PIN);
  await shows('自检期间本机不取号');
}

/** Until the terminal has looked and found no card. */
async function lift(): Promise<void> {
  kiosk.reader.lift();
  const looks = kiosk.reader.countOf('2001');
  await vi.waitFor(() => expect(kiosk.reader.countOf('2001')).toBeGreaterThan(looks + 1), PATIENCE);
}

const paper = () => JSON.stringify(kiosk.printer.tickets.at(-1)?.elements);
const issued = async () => (await hall.events()).filter(({ type }) => type === 'TicketIssued').length;
const dataFolder = () => join(hall.folder, '..', 'kiosk-1', 'terminal-kiosk-1');

describe('portrait', () => {
  beforeAll(() => open(FORMS.portrait));

  it('the gesture asks for a PIN, a wrong one opens nothing, and nobody finds it by touch on somebody’s way', async () => {
    await tap(/选择业务取号/);
    await shows('请选择您要办理的业务');
    await gesture();
    expect(await isShown('工作人员')).toBe(false);
    await page.clock.fastForward(700);
    await page.keyboard.press('Escape');
    await shows('带了身份证');
    await gesture();
    await shows('工作人员');
    await expectNoAxeFindings(page);
    await enter('000000');
    await shows('密码不正确');
    expect(kiosk.program.log()).toContain('A wrong PIN at the glass');
    expect(await isShown('自检期间')).toBe(false);
  });

  it('the right one shows every device as it is, in words', async () => {
    await enter(PIN);
    await shows('阅读器正常，安全模块有应答');
    await shows('打印机正常');
    await shows('05.01-20151086-0000012345-1234567890');
    await shows(/samStatus \d+ ms/);
    await expectNoAxeFindings(page);
  });

  it('a card laid unasked brings no number; one that is asked for is shown masked, with its times', async () => {
    kiosk.reader.lay(PERSON);
    await vi.waitFor(() => expect(kiosk.reader.countOf('3001')).toBe(1), PATIENCE);
    await lift();
    await tap(/读卡/);
    await shows('请放卡');
    kiosk.reader.lay(PERSON);
    await shows('演*** 990100********0014');
    await shows(/Card read: .*readCard \d+ ms/);
    const text = await page.innerText('body');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(await issued()).toBe(0);
  });

  it('a test page ends with the state of its job; no paper is said as it happens', async () => {
    await tap(/打印测试页/);
    await shows(/打印机确认已打印/);
    expect(paper()).toContain('这不是号票');
    kiosk.printer.set({ isPaperOut: true });
    await shows('缺纸：请换纸卷');
    await tap(/打印测试页/);
    await shows(/未打印：纸上没有任何内容/);
    await shows(/paperOut/);
    kiosk.printer.set({ isPaperOut: false });
    await shows('打印机正常');
    expect(kiosk.printer.tickets).toHaveLength(1);
  });

  it('each line says what answers on it', async () => {
    await tap(/检查线路/);
    await shows(/身份证阅读器（SDT）在此，\d+ 毫秒后应答/);
    await shows(/小票打印机（ESC\/POS）在此，\d+ 毫秒后应答/);
    await shows('阅读器正常');
    await shows('打印机正常');
  });

  it('the support file tells of devices and nobody', async () => {
    await tap(/诊断文件/);
    await shows('已保存，不含个人信息');
    const folder = join(dataFolder(), 'support');
    const [name = ''] = readdirSync(folder);
    await shows(join(folder, name));
    const text = readFileSync(join(folder, name), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      terminal: { terminalId: 'kiosk-1', devices: [{ kind: 'idCardReader' }, { kind: 'ticketPrinter' }] },
      devices: [{ kind: 'idCardReader', remarks: [{ code: 'ready' }] }, { kind: 'ticketPrinter' }],
      versions: { node: process.versions.node },
    });
    const token = readFileSync(join(hall.folder, '..', 'kiosk-1', 'token'), 'utf8').trim();
    for (const secret of [...SECRETS, token, PIN]) expect(text).not.toContain(secret);
  });

  it('left alone it goes away by itself; the card that still lies there takes no number, laid again it does', async () => {
    await page.clock.fastForward(89_000);
    expect(await isShown('自检期间')).toBe(true);
    await page.clock.fastForward(2_000);
    await shows('带了身份证');
    expect(await issued()).toBe(0);
    await vi.waitFor(() => expect(kiosk.program.log()).toContain('The self-test is closed'), PATIENCE);
    await lift();
    kiosk.reader.lay(PERSON);
    await shows('M001');
    await lift();
    await page.clock.fastForward(60_000);
    await shows('带了身份证');
  });
});

describe('landscape, 1280 x 1024', () => {
  it('the same, and closed by its button', async () => {
    await page.close();
    await open(FORMS.small);
    await openSelfTest();
    await shows('阅读器正常');
    await expectNoAxeFindings(page);
    await tap(/关闭/);
    await shows('带了身份证');
  });

  it('a page that is loaded anew is the applicants’: the PIN was given to the one before', async () => {
    await openSelfTest();
    await page.reload();
    await shows('带了身份证');
    expect(await isShown('自检期间')).toBe(false);
  });
});

it('looks as its pictures show it, and everything stands on the glass, of three devices too', async () => {
  const house = await openStageHouse(screens);
  for (const form of ['portrait', 'small', 'wide'] as const) {
    const stage = await house.open(FORMS[form]);
    await stage.tell({ type: 'update', update: kioskUpdate() });
    await stage.tell({ type: 'staff', staff: { state: 'askPin', trouble: { type: 'wrongPin' }, isChecking: false } });
    await stage.page.getByText('密码不正确').waitFor();
    if (form !== 'wide') await expectLooksLike(stage.page, `kiosk-${form}-staff-pin`, { mask: ['.clock'] });
    const stands = async () => {
      const [needed, there] = await stage.page.evaluate(() => {
        const devices = document.querySelector('.self-test .devices');
        return [devices?.scrollHeight ?? 0, devices?.clientHeight ?? 0];
      });
      expect(needed).toBeGreaterThan(0);
      expect(needed).toBeLessThanOrEqual(there);
    };
    await stage.tell({ type: 'staff', staff: SELF_TEST_SCENE });
    await stage.page.getByText('自检期间本机不取号').waitFor();
    await stands();
    if (form !== 'wide') await expectLooksLike(stage.page, `kiosk-${form}-self-test`, { mask: ['.clock'] });
    await stage.tell({ type: 'staff', staff: FULL_SELF_TEST_SCENE });
    await stage.page.getByText('证件扫描器').waitFor();
    await stands();
    await stage.close();
  }
  await house.close();
});

describe('at an installer’s computer, the terminal stopped', () => {
  let installers: InstallersPage;

  beforeAll(async () => {
    installers = await startInstallersPage(join(hall.folder, '..'));
    page = await screens.open(installers.address, { width: 1366, height: 768 });
  });

  afterAll(() => installers.close());

  const press = (name: RegExp) => page.getByRole('button', { name, disabled: false }).click();

  it('a window’s pads are tried: the key of each is told with its meaning', async () => {
    const { pads } = installers;
    await shows('端口已打开');
    await expectNoAxeFindings(page);
    await press(/试评价器/);
    await vi.waitFor(() => expect(pads.isArmed(3)).toBe(true), PATIENCE);
    await shows('已收到 0/1');
    pads.press(3, 4);
    await shows(/非常满意 5 · \d+ 秒前/);
    await shows('1 个中收到 1 个');
    pads.pressCallKey(3, 0x0c);
    await shows(/顺呼 next \(0C\)/);
  });

  it('a silent line is told as what it is, and a program that ended too', async () => {
    await press(/检查线路/);
    await shows('请同时按一下评价器、呼叫器');
    await shows('请按一个键，看是否收到');
    expect(await installers.end()).toBe(0);
    await shows('自检程序已结束');
  });
});

it('no page threw, and nobody’s name or number is in the log or on the disk', () => {
  expect(screens.troubles).toEqual([]);
  const files = readdirSync(dataFolder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const disk = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
  for (const secret of SECRETS) expect(kiosk.program.log() + disk).not.toContain(secret);
});
