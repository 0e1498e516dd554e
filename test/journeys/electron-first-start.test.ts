// The first start of the Electron host: a machine without a configuration, filled in by finger and keyboard, goes on as a kiosk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isPin } from '../../kiosk-app/terminal/leave-pin.ts';
import type { ShellDriver } from '../electron-harness/shell-driver.ts';
import { startShell } from '../electron-harness/start-shell.ts';
import { ROOT } from './child-process.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { tap, tapButton } from './support/electron-kiosk.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const PIN = '482915';

let hall: HallProgram;
let machine: string;
let driver: ShellDriver;
let page: Page;
let token: string;

beforeAll(async () => {
  hall = await startHall();
  token = await hall.credential('terminal', 'kiosk-1');
  machine = mkdtempSync(join(tmpdir(), 'jiaohao-machine-'));
  driver = await startShell({ args: [], env: { XDG_CONFIG_HOME: machine } });
  page = await driver.page('setup');
});
afterAll(async () => {
  await driver.close();
  await hall.remove();
  rmSync(machine, { recursive: true, force: true });
});

const file = () => join(machine, 'jiaohao-terminal', 'terminal.json');
const field = (name: string) => page.locator(`input[name=${name}]`);

async function touch(name: string): Promise<void> {
  const box = await field(name).first().boundingBox();
  if (box === null) throw new Error(`${name} is nowhere on the glass`);
  await tap(page, box.x + box.width / 2, box.y + box.height / 2);
  await vi.waitFor(async () => expect(await page.evaluate('document.activeElement.name')).toBe(name), PATIENCE);
}

async function typeByKeyboard(name: string, text: string): Promise<void> {
  await touch(name);
  await page.keyboard.type(text);
}

async function typeByTouch(name: string, text: string): Promise<void> {
  await touch(name);
  for (const character of text) await tapButton(page, new RegExp(`^${character}$`), PATIENCE.timeout);
  expect(await field(name).inputValue()).toBe(text);
}

it('shows the form under the same locks as every page, and axe finds nothing', async () => {
  await page.getByText('终端首次设置').first().waitFor({ timeout: PATIENCE.timeout });
  const address = page.url();
  await page.evaluate('window.journeyMark = true');
  await page.evaluate("location.href = 'https://example.invalid/'");
  await page.evaluate('location.reload()');
  await page.evaluate("void window.open('https://example.invalid/')");
  await vi.waitFor(() => expect(driver.log()).toContain('"what":"new window"'), PATIENCE);
  expect([page.url(), await page.evaluate('window.journeyMark')]).toEqual([address, true]);
  const refused = "fetch('https://example.invalid/').then((r) => r.status, () => 'refused')";
  expect(await page.evaluate(refused)).toBe('refused');
  expect(await page.evaluate('typeof window.require')).toBe('undefined');
  // Lines have no page in this host.
  expect(await page.locator('input[type=radio]').count()).toBe(2);
  await expectNoAxeFindings(page);
});

it('refuses a token that the hall does not know, keeps what is no secret, and writes nothing', async () => {
  await page.getByText('取号机').first().click();
  await typeByKeyboard('hallUrl', hall.url());
  await typeByKeyboard('terminalId', 'kiosk');
  await tapButton(page, /^-$/, PATIENCE.timeout);
  await tapButton(page, /^1$/, PATIENCE.timeout);
  await typeByKeyboard('token', 'x'.repeat(43));
  await typeByKeyboard('leavePin', PIN);
  await tapButton(page, /检查并保存/, PATIENCE.timeout);
  await page.getByText('大厅不接受该凭证').waitFor({ timeout: PATIENCE.timeout });
  expect(await field('terminalId').inputValue()).toBe('kiosk-1');
  expect([await field('token').inputValue(), await field('leavePin').inputValue()]).toEqual(['', '']);
  expect(existsSync(file())).toBe(false);
});

it('a kiosk without a PIN is not set up', async () => {
  await typeByKeyboard('token', token);
  await tapButton(page, /检查并保存/, PATIENCE.timeout);
  await page.getByText('取号机须设 6 至 12 位数字').waitFor({ timeout: PATIENCE.timeout });
  expect(existsSync(file())).toBe(false);
});

it('good settings: written for their owner only, and the kiosk stands without a restart', async () => {
  await typeByKeyboard('token', token);
  await typeByTouch('leavePin', PIN);
  await tapButton(page, /检查并保存/, PATIENCE.timeout);
  const kiosk = await driver.page('kiosk');
  await kiosk.getByText('您好，请取号').first().waitFor({ timeout: PATIENCE.timeout });
  const shells = () => driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
  await vi.waitFor(async () => expect(await shells()).toBe(1), PATIENCE);
  const written = JSON.parse(readFileSync(file(), 'utf8')) as { shell: { leavePin: string } };
  expect(written).toMatchObject({ terminalId: 'kiosk-1', role: 'kiosk', hallUrl: hall.url(), tokenFile: 'token' });
  expect(await isPin(PIN, written.shell.leavePin)).toBe(true);
  const tokenFile = join(machine, 'jiaohao-terminal', 'token');
  expect([statSync(file()).mode & 0o777, statSync(tokenFile).mode & 0o777]).toEqual([0o600, 0o600]);
  expect(existsSync(join(machine, 'autostart', 'jiaohao-terminal.desktop'))).toBe(true);
  expect(driver.log()).not.toContain(token);
  expect(driver.log()).not.toContain(PIN);
});

it('and has the machine for itself: another kiosk, of any name and in the other host, is refused in a sentence', async () => {
  const other = join(machine, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'token'), await hall.credential('terminal', 'kiosk-2'), { mode: 0o600 });
  const config = { terminalId: 'kiosk-2', role: 'kiosk', hallUrl: hall.url(), tokenFile: 'token' };
  writeFileSync(join(other, 'terminal.json'), JSON.stringify(config));
  const args = [join(ROOT, 'kiosk-app/browser/main.ts'), '--config', join(other, 'terminal.json')];
  const second = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  expect(await once(second, 'exit')).toEqual([1, null]);
  expect(said).toMatch(/本机已有另一台取号机.*"besideOthers": true/);
});
