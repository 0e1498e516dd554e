// The kiosk's locks in the Electron host: what a person, a page, a keyboard or a second start try, and what stays.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPin } from '../../kiosk-app/terminal/leave-pin.ts';
import { isRealElectron } from '../electron-harness/start-shell.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { startShellKiosk, tapButton, type ShellKiosk } from './support/electron-kiosk.ts';
import { enterPin, staffGesture } from './support/staff-gesture.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const PIN = '482915';

let hall: HallProgram;
let kiosk: ShellKiosk;
let page: Page;
let address: string;

beforeAll(async () => {
  hall = await startHall();
  const shell = { leavePin: await hashPin(PIN), display: 7, autostart: true };
  kiosk = await startShellKiosk({ hall, terminalId: 'kiosk-1', shell });
  page = await kiosk.driver.page('kiosk');
  address = page.url();
  await shows('一键取号');
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

const until = (check: () => void | Promise<void>) => vi.waitFor(check, PATIENCE);
const shows = (text: string) => page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const logged = (words: string) => until(() => expect(kiosk.log()).toContain(words));
/** The page is the same document as before. */
const marked = () => page.evaluate('window.journeyMark === true');

describe('the page stays where it is', () => {
  it('no navigation, no reload of its own, no new windows', async () => {
    await page.evaluate('window.journeyMark = true');
    await page.evaluate("location.href = 'https://example.invalid/'");
    await logged('"what":"navigation');
    await page.evaluate('location.reload()');
    await page.evaluate("void window.open('https://example.invalid/')");
    await logged('"what":"new window"');
    await page.evaluate(
      "(() => { const a = document.createElement('a'); a.href = 'file:///etc/passwd'; a.click(); })()",
    );
    expect(await marked()).toBe(true);
    expect(page.url()).toBe(address);
    await until(async () => {
      expect(await kiosk.driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
      expect(
        page
          .context()
          .pages()
          .filter((each) => each.url().startsWith('https://example')),
      ).toEqual([]);
    });
  });

  it('no other address, no script from elsewhere, no file that is not packed', async () => {
    const fetched = await page.evaluate(
      "Promise.all(['https://example.invalid/', './token', './..%2felectron/main.js'].map((a) => fetch(a).then((r) => r.status, () => 'refused')))",
    );
    expect(fetched).toEqual(['refused', 'refused', 'refused']);
    const evaluated = await page.evaluate(
      "new Promise((resolve) => { document.addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective)); const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); })",
    );
    expect(evaluated).toMatch(/^script-src/);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  it('permissions are denied', async () => {
    const asked =
      "Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))";
    expect(await page.evaluate(asked)).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  it('a file dragged onto it is not opened', async () => {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await session.detach();
    expect(await marked()).toBe(true);
    expect(page.url()).toBe(address);
  });

  it('two fingers do not zoom it', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Input.synthesizePinchGesture', { x: 500, y: 900, scaleFactor: 3, gestureSourceType: 'touch' });
    await session.detach();
    expect(await page.evaluate('window.visualViewport.scale')).toBe(1);
  });

  it('shortcuts do not reach it, keys that type do', async () => {
    await page.evaluate("window.keys = []; window.addEventListener('keydown', (e) => window.keys.push(e.key), true)");
    const keys: [string, ('control' | 'alt' | 'meta' | 'shift')[]][] = [
      ['R', ['control']],
      ['F5', []],
      ['I', ['control', 'shift']],
      ['F12', []],
      ['F11', []],
      ['F4', ['alt']],
      ['P', ['control']],
      ['F', ['control']],
      ['Plus', ['control']],
      ['W', ['control']],
      ['Tab', []],
      ['7', []],
    ];
    await kiosk.driver.evaluate(({ BrowserWindow }, pressed) => {
      const [shell] = BrowserWindow.getAllWindows();
      for (const [keyCode, modifiers] of pressed) {
        shell?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        shell?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      }
    }, keys);
    await until(async () => expect(await page.evaluate('window.keys')).toEqual(['Tab', '7']));
    expect(await marked()).toBe(true);
  });

  it('a window manager cannot close it; the cursor is hidden', async () => {
    const left = await kiosk.driver.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
      return BrowserWindow.getAllWindows().length;
    }, null);
    expect(left).toBe(1);
    expect(await page.evaluate('getComputedStyle(document.body).cursor')).toBe('none');
  });
});

describe('the bridge', () => {
  it('hears nobody but its own page', async () => {
    await kiosk.driver.evaluate(({ ipcMain, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const said = { type: 'hello', pageId: '0'.repeat(32) };
      const forged = [
        { sender: contents, senderFrame: null },
        { sender: contents, senderFrame: { url: 'jiaohao://kiosk/index.html' } },
        { sender: {}, senderFrame: contents?.mainFrame },
        { sender: contents, senderFrame: { url: 'https://evil.invalid/' } },
      ];
      for (const event of forged) ipcMain.emit('jiaohao:page', event, said);
    }, null);
    await until(() => expect(kiosk.log().match(/not from this terminal’s page/g)?.length).toBeGreaterThanOrEqual(4));
    await shows('一键取号');
  });

  it('refuses garbage and goes on', async () => {
    const garbage = [
      'null',
      '7',
      "'format c:'",
      '{}',
      "{ type: 'personLeft', more: 1 }",
      "{ type: 'takeTicket', id: 1, request: { requestId: 'x' } }",
      "{ type: 'x'.repeat(100000) }",
    ];
    for (const message of garbage) await page.evaluate(`window.jiaohaoTerminal.send(${message})`);
    await until(() => expect(kiosk.log().match(/no known form/g)?.length).toBeGreaterThanOrEqual(garbage.length));
    await shows('一键取号');
  });

  it('a frame inside the page gets no terminal that is heard', async () => {
    const isThere = await page.evaluate(
      "(() => { const f = document.createElement('iframe'); document.body.append(f); const there = f.contentWindow.jiaohaoTerminal !== undefined; f.remove(); return there; })()",
    );
    expect(isThere).toBe(false);
  });
});

describe('the machine', () => {
  it('a display that is not there: the primary one, and it is said', async () => {
    await logged('The display that is configured is not there');
    const [bounds, primary] = await kiosk.driver.evaluate(
      ({ BrowserWindow, screen }) => [BrowserWindow.getAllWindows()[0]?.getBounds(), screen.getPrimaryDisplay().bounds],
      null,
    );
    expect(bounds).toEqual(primary);
  });

  it('starts with the session', () => {
    const entry = join(kiosk.folders.machine, 'autostart', 'jiaohao-terminal.desktop');
    expect(existsSync(entry)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain('"--config"');
  });

  it('a second start brings the first to the front and ends', async () => {
    if (isRealElectron) await expect(kiosk.startSecond()).rejects.toThrow();
    else expect(await (await kiosk.startSecond()).exited).toBe(0);
    expect(kiosk.devicesPids()).toHaveLength(1);
    await shows('一键取号');
  });

  it.runIf(!isRealElectron)('a start by another user of the machine is refused in a sentence', async () => {
    const second = await kiosk.startSecond(join(kiosk.folders.machine, 'another-user'));
    expect(await second.exited).toBe(1);
    expect(second.log()).toContain('本机已有终端 kiosk-1 在运行');
    await shows('一键取号');
  });

  it('a log in files', () => {
    const file = join(kiosk.folders.terminal, 'data', 'logs', 'terminal.log');
    expect(readFileSync(file, 'utf8')).toContain('"terminal":"kiosk-1"');
  });
});

describe('staff', () => {
  it('go back without a PIN, are refused with wrong ones, and leave with the right one', async () => {
    const first = await staffGesture(page, kiosk.driver);
    const gone = new Promise<void>((resolve) => first.once('close', () => resolve()));
    await tapButton(first, /返回/, PATIENCE.timeout);
    await gone;
    const staff = await staffGesture(page, kiosk.driver);
    await enterPin(staff, '0000');
    await staff.getByText('密码不正确').waitFor({ timeout: PATIENCE.timeout });
    expect(kiosk.log()).not.toContain(PIN);
    await enterPin(staff, PIN);
    expect(await kiosk.driver.exited).toBe(0);
    const [devicesPid] = kiosk.devicesPids();
    expect(() => process.kill(devicesPid as number, 0)).toThrow(/ESRCH/);
  });
});
