// The staff page over a kiosk in the Electron host: it can be opened again after the page behind it crashed, and a pause holds.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hashPin } from '../../kiosk-app/terminal/leave-pin.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { startShellKiosk, tapButton, type ShellKiosk } from './support/electron-kiosk.ts';
import { enterPin, staffGesture } from './support/staff-gesture.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const PIN = '482915';

let hall: HallProgram;
let kiosk: ShellKiosk;

beforeAll(async () => {
  hall = await startHall();
  kiosk = await startShellKiosk({ hall, terminalId: 'kiosk-1', shell: { leavePin: await hashPin(PIN) } });
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

const gesture = async () => {
  const glass = await kiosk.driver.page('kiosk');
  await glass.getByText('一键取号').first().waitFor({ timeout: PATIENCE.timeout });
  return staffGesture(glass, kiosk.driver);
};

it('accessible: axe finds nothing', async () => {
  const staff = await gesture();
  await staff.getByRole('button', { name: '返回' }).waitFor({ timeout: PATIENCE.timeout });
  await expectNoAxeFindings(staff);
});

it('the PIN opens the self-test on the kiosk’s own page; closed, the kiosk is the applicants’ again', async () => {
  const staff = await kiosk.driver.page('staff');
  await enterPin(staff, PIN, /设备自检/);
  const glass = await kiosk.driver.page('kiosk');
  await glass.getByText('阅读器正常').first().waitFor({ timeout: PATIENCE.timeout });
  await tapButton(glass, /关闭/, PATIENCE.timeout);
  const again = await gesture();
  await again.getByRole('button', { name: '返回' }).waitFor({ timeout: PATIENCE.timeout });
});

it('the kiosk’s page crashes behind it and takes it along: the next gesture opens it again', async () => {
  const before = await kiosk.driver.page('staff');
  const gone = new Promise<void>((resolve) => before.once('close', () => resolve()));
  await kiosk.driver.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  }, null);
  await gone;
  await vi.waitFor(async () => {
    expect(await kiosk.driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
  }, PATIENCE);
  const again = await gesture();
  await again.getByRole('button', { name: '返回' }).waitFor({ timeout: PATIENCE.timeout });
});

it('after three wrong PINs there is a pause, in which the right one does not open either', async () => {
  const staff = await kiosk.driver.page('staff');
  for (let wrong = 1; wrong <= 3; wrong += 1) {
    await enterPin(staff, '0000');
    await vi.waitFor(() => expect(kiosk.log()).toContain(`"wrong":${wrong}`), PATIENCE);
  }
  await enterPin(staff, PIN);
  await staff.getByText('秒后再试').waitFor({ timeout: PATIENCE.timeout });
  expect(kiosk.log()).not.toContain('Staff leave the terminal by PIN');
  expect(await (await kiosk.driver.page('kiosk')).title()).not.toBe('');
});
