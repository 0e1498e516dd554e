// The floating caller on a desktop: the built Electron program; where the harness stands in for Electron, with two displays and the keys of other programs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HarnessDriver } from '../electron-harness/harness-driver.ts';
import type { ShellDriver } from '../electron-harness/shell-driver.ts';
import { isRealElectron, startShell } from '../electron-harness/start-shell.ts';
import { startHall, type HallProgram } from './hall-program.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const PASSWORD = 'not-a-real-secret-0310';
const DISPLAYS = [
  { id: 1, label: 'Left', bounds: { x: 0, y: 0, width: 1920, height: 1040 } },
  { id: 2, label: 'Right', bounds: { x: 1920, y: 0, width: 1280, height: 984 } },
];

let hall: HallProgram;
let machine: string;
let folder: string;
let driver: ShellDriver;
/** What only the harness gives into a test's hand: displays, other programs' keys, the system's browser. */
const inHarness = it.runIf(!isRealElectron);

const start = (): Promise<ShellDriver> =>
  startShell({
    args: ['--config', join(folder, 'terminal.json')],
    env: {
      XDG_CONFIG_HOME: machine,
      JIAOHAO_HARNESS_DISPLAYS: JSON.stringify(DISPLAYS),
      JIAOHAO_HARNESS_FOREIGN_KEYS: 'Control+Alt+Shift+P',
    },
  });

beforeAll(async () => {
  hall = await startHall();
  await hall.post('/api/v1/credentials', { kind: 'clerk', id: '0310', password: PASSWORD });
  machine = mkdtempSync(join(tmpdir(), 'jiaohao-machine-'));
  folder = join(hall.folder, '..', 'pad-10');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'token'), await hall.credential('terminal', 'pad-10'), { mode: 0o600 });
  const config = { terminalId: 'pad-10', role: 'window', hallUrl: hall.url(), tokenFile: 'token', dataFolder: 'data' };
  writeFileSync(join(folder, 'terminal.json'), JSON.stringify(config));
  driver = await start();
});
afterAll(async () => {
  await driver.close();
  await hall.remove();
  rmSync(machine, { recursive: true, force: true });
});

const bar = () => driver.page('caller');
const until = (check: () => void | Promise<void>) => vi.waitFor(check, PATIENCE);
const shows = (text: string) =>
  until(async () => expect(await (await bar()).getByText(text).count()).toBeGreaterThan(0));
const openedOutside = () => (driver as HarnessDriver).openedOutside;
const bounds = () =>
  driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds() ?? null, null);
/** As if the key was pressed in another program. */
const key = (accelerator: string) =>
  driver.evaluate((electron, pressed) => {
    const { globalShortcut } = electron as unknown as { globalShortcut: { harnessPress(key: string): void } };
    globalShortcut.harnessPress(pressed);
  }, accelerator);
const countOf = async (type: string) => (await hall.events()).filter((event) => event['type'] === type).length;
const press = async (words: string) =>
  (await bar())
    .locator('button')
    .filter({ hasText: new RegExp(`^${words}`) })
    .first()
    .click({ timeout: 5_000 });

describe('the bar on the desktop', () => {
  inHarness('stands at the top right of the primary display, over other programs', async () => {
    await shows('10 号窗口');
    expect(await bounds()).toEqual({ x: 1352, y: 8, width: 560, height: 96 });
    expect(await driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop(), null)).toBe(
      true,
    );
  });

  it('comes back after a crash where it stood, and takes the keyboard from no other program', async () => {
    const shown = () =>
      driver.evaluate(({ BrowserWindow }) => {
        const shells = BrowserWindow.getAllWindows();
        return shells.map((shell) => ({ id: shell.webContents.id, isVisible: shell.isVisible() }));
      }, null);
    const stood = await bounds();
    const [before] = await shown();
    await driver.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    }, null);
    await until(async () => {
      const now = await shown();
      expect(now).toHaveLength(1);
      expect(now[0]?.id).not.toBe(before?.id);
      expect(now[0]?.isVisible).toBe(true);
    });
    expect(await driver.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() === null, null)).toBe(true);
    expect(await bounds()).toEqual(stood);
  });

  it('reload, another address, a new window, a dropped file, two fingers and zoom keys leave it as it is', async () => {
    const page = await bar();
    const address = page.url();
    await page.evaluate('window.journeyMark = true');
    await page.evaluate('location.reload()');
    await page.evaluate("location.href = 'https://example.invalid/'");
    await page.evaluate("void window.open('https://example.invalid/')");
    await until(() => expect(driver.log()).toContain('"what":"new window"'));
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 100, y: 40, data });
    await session.send('Input.synthesizePinchGesture', { x: 100, y: 40, scaleFactor: 3, gestureSourceType: 'touch' });
    await session.detach();
    await driver.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const keyCode of ['Plus', '-', 'R'])
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
      contents?.emit('zoom-changed', {}, 'in');
    }, null);
    expect(await page.evaluate('[window.journeyMark, window.visualViewport.scale]')).toEqual([true, 1]);
    expect(page.url()).toBe(address);
    expect(await driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
    await shows('10 号窗口');
  });

  inHarness('let go near an edge of the second display it docks there, opens away from it, and remembers', async () => {
    await driver.evaluate(({ BrowserWindow }) => {
      const shell = BrowserWindow.getAllWindows()[0];
      shell?.setBounds({ x: 2500, y: 870, width: 560, height: 96 });
      shell?.emit('move');
    }, null);
    await until(async () => expect(await bounds()).toMatchObject({ y: 984 - 96 - 8 }));
    await press('登录');
    await until(async () => expect(await bounds()).toMatchObject({ y: 984 - 220 - 8, height: 220 }));
    expect(JSON.parse(readFileSync(join(folder, 'data', 'caller-bar.json'), 'utf8'))).toMatchObject({
      place: { displayId: 2, down: 'end' },
    });
  });

  inHarness('comes back onto a display that is there when its own vanishes, and returns with it', async () => {
    const before = await bounds();
    const displays = (all: typeof DISPLAYS) =>
      driver.evaluate(({ screen }, left) => {
        (screen as unknown as { displays: unknown }).displays = left;
        screen.emit('display-removed');
      }, all);
    await displays(DISPLAYS.slice(0, 1));
    await until(async () => expect(await bounds()).toMatchObject({ y: 1040 - 220 - 8 }));
    expect((await bounds())?.x).toBeLessThan(1920);
    await displays(DISPLAYS);
    await until(async () => expect(await bounds()).toEqual(before));
  });
});

describe('keys from other programs', () => {
  inHarness('a key that another program has is said; the clerk signs in', async () => {
    const page = await bar();
    await page.getByLabel('工号').fill('0310');
    await page.getByLabel('密码').fill(PASSWORD);
    await press('登录');
    await shows('窗口空闲');
    await press('注意');
    await shows('暂停服务：快捷键 Ctrl+Alt+Shift+P 被其他程序占用，未启用');
  });

  inHarness('the task bar asks for a look while somebody waits; the key calls, once', async () => {
    await hall.command({ type: 'issueTicket', queueId: 'general' });
    const calls = () =>
      driver.evaluate(
        ({ BrowserWindow }) =>
          (BrowserWindow.getAllWindows()[0] as unknown as { harnessCalls: string[] }).harnessCalls.filter((call) =>
            call.startsWith('flashFrame'),
          ),
        null,
      );
    await until(async () => expect(await calls()).toEqual(['flashFrame true']));
    await key('Control+Alt+Shift+N');
    await key('Control+Alt+Shift+N');
    await shows('M001');
    await until(async () => expect(await calls()).toEqual(['flashFrame true', 'flashFrame false']));
    expect(await countOf('TicketCalled')).toBe(1);
  });

  inHarness('the key of 过号 asks on the bar, and the same key once more is the answer', async () => {
    await key('Control+Alt+Shift+M');
    await shows('确定 M001 过号？');
    await key('Control+Alt+Shift+M');
    expect(await countOf('TicketMissed')).toBe(0);
    // Pressed again and again it is a key that is held; let go for a good second it is the answer.
    await vi.waitFor(
      async () => {
        if ((await countOf('TicketMissed')) === 0) await key('Control+Alt+Shift+M');
        expect(await countOf('TicketMissed')).toBe(1);
      },
      { timeout: 30_000, interval: 1_300 },
    );
  });
});

inHarness(
  'the full console opens in the system’s browser, without a token; a program started anew stands where it stood',
  async () => {
    const stood = await bounds();
    await press('完整工作台');
    await until(() => expect(openedOutside()).toHaveLength(1));
    const opened = new URL(openedOutside()[0] ?? '');
    expect(opened.origin).toBe(new URL(hall.url()).origin);
    expect([opened.search, opened.hash, opened.username, opened.password]).toEqual(['', '', '', '']);
    expect(opened.href).not.toContain(readFileSync(join(folder, 'token'), 'utf8').trim());
    await driver.close();
    expect(driver.log()).not.toContain(PASSWORD);
    driver = await start();
    await shows('工号');
    await until(async () => expect(await bounds()).toMatchObject({ x: stood?.x, width: 560 }));
  },
);
