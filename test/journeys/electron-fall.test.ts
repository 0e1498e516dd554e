// What fails under a kiosk's page in the Electron host: its own script, which brings it back with its person's number, and its display.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRealElectron } from '../electron-harness/start-shell.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { startShellKiosk, type ShellKiosk } from './support/electron-kiosk.ts';
import { glassOf } from './support/shell-glass.ts';

const DISPLAYS = [
  { id: 1, label: 'Desk', bounds: { x: 0, y: 0, width: 1280, height: 1024 } },
  { id: 2, label: 'Kiosk Glass 32', bounds: { x: 1280, y: 0, width: 1080, height: 1920 } },
];

let hall: HallProgram;
let kiosk: ShellKiosk;
const { glass, until, isShown, shows, touch } = glassOf(() => kiosk);

beforeAll(async () => {
  hall = await startHall();
  kiosk = await startShellKiosk({
    hall,
    terminalId: 'kiosk-1',
    ...(isRealElectron ? {} : { shell: { display: 'glass' } }),
    env: { JIAOHAO_HARNESS_DISPLAYS: JSON.stringify(DISPLAYS) },
  });
  await shows('一键取号');
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

it.runIf(!isRealElectron)(
  'its display vanishes: the kiosk stands on the one that is left, and returns with its own',
  async () => {
    const bounds = () =>
      kiosk.driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds() ?? null, null);
    const plug = (event: string, displays: typeof DISPLAYS) =>
      kiosk.driver.evaluate(
        ({ screen }, given) => {
          (screen as unknown as { displays: unknown }).displays = given.displays;
          screen.emit(given.event);
        },
        { event, displays },
      );
    const [desk, own] = DISPLAYS;
    expect(await bounds()).toEqual(own?.bounds);
    await plug('display-removed', DISPLAYS.slice(0, 1));
    await until(async () => expect(await bounds()).toEqual(desk?.bounds));
    expect(kiosk.log()).toContain('The display that is configured is not there');
    await shows('一键取号');
    await plug('display-added', DISPLAYS);
    await until(async () => expect(await bounds()).toEqual(own?.bounds));
    await until(async () => expect(await (await glass()).evaluate('innerWidth')).toBe(1080));
    await shows('一键取号');
  },
);

it('drawing throws while a number stands there: the page comes back with the same number, printed once', async () => {
  await touch('一键取号', '正在等待身份证');
  kiosk.printer.set({ lineMs: 150 });
  await touch('如未带身份证', 'M001');
  await shows('正在出票');
  // The next drawing throws; React takes everything off the page.
  await (
    await glass()
  ).evaluate("Object.defineProperty(Array.prototype, 'map', { value: () => { throw new Error('of the journey'); } })");
  kiosk.printer.set({ lineMs: 0 });
  await until(() => expect(kiosk.log()).toContain('"reason":"fell"'));
  await shows('M001');
  await until(() => expect(kiosk.printer.tickets).toHaveLength(1));
  const issued = (await hall.events()).filter(({ type }) => type === 'TicketIssued');
  expect(issued.map((event) => event['ticketNumber'])).toEqual(['M001']);
});

it('a script that cannot be had: after three tries a page of HTML alone, and the kiosk again when it can', async () => {
  const setScript = (isThere: boolean) =>
    kiosk.driver.evaluate(({ session }, given) => {
      session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
        answer({ cancel: !given && url.includes('/assets/') && url.endsWith('.js') }),
      );
    }, isThere);
  await setScript(false);
  await kiosk.driver.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  }, null);
  await shows('请稍候');
  await shows('已取的号码仍然有效');
  expect(await (await glass()).evaluate('document.scripts.length')).toBe(0);
  await setScript(true);
  await until(async () => {
    expect(await isShown('请稍候')).toBe(false);
    expect((await isShown('您好，请取号')) || (await isShown('M001'))).toBe(true);
  });
  expect(await kiosk.driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
});
