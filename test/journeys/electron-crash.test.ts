// What dies in the Electron host comes back by itself: page, devices process, graphics; a full log disk. A number is never lost, and printed once.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHall, type HallProgram } from './hall-program.ts';
import { startShellKiosk, tapButton, type ShellKiosk } from './support/electron-kiosk.ts';
import { EFFECT_MS, glassOf } from './support/shell-glass.ts';

let hall: HallProgram;
let kiosk: ShellKiosk;
const { glass, until, isShown, shows, touch } = glassOf(() => kiosk);

beforeAll(async () => {
  hall = await startHall();
  // The log's file is a disk that is full from the first byte.
  const logFolder = join(hall.folder, '..', 'full-disk');
  mkdirSync(logFolder);
  symlinkSync('/dev/full', join(logFolder, 'terminal.log'));
  kiosk = await startShellKiosk({ hall, terminalId: 'kiosk-1', shell: { logFolder } });
  await shows('一键取号');
});
afterAll(async () => {
  await kiosk.stop();
  await hall.remove();
});

async function takeTicket(number: string): Promise<void> {
  await touch('一键取号', '正在等待身份证');
  await touch('如未带身份证', number);
}

/** Kills the page's process for real. Its answer never comes. */
async function crashPage(): Promise<void> {
  const page = await glass();
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise<void>((resolve) => page.once('crash', () => resolve()));
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

const numbers = async () =>
  (await hall.events()).filter((event) => event['type'] === 'TicketIssued').map((event) => event['ticketNumber']);

describe('while a ticket is printed', () => {
  it('the page crashes: the same number stands there again, and one ticket is printed', async () => {
    kiosk.printer.set({ lineMs: 150 });
    await takeTicket('M001');
    await shows('正在出票');
    await crashPage();
    await shows('M001');
    await shows('请取走您的号票');
    kiosk.printer.set({ lineMs: 0 });
    expect(kiosk.printer.tickets).toHaveLength(1);
    expect(await numbers()).toEqual(['M001']);
    await touch('完成', '您好，请取号');
  });

  it('the devices process dies: the number stays on the glass, staff hear of it, and nothing is printed twice', async () => {
    kiosk.printer.set({ lineMs: 150 });
    await takeTicket('M002');
    await shows('正在出票');
    const before = kiosk.devicesPids();
    process.kill(before.at(-1) as number, 'SIGKILL');
    await until(() => expect(kiosk.devicesPids()).toHaveLength(before.length + 1));
    await shows('M002');
    kiosk.printer.set({ lineMs: 0 });
    await until(async () => expect(JSON.stringify(await hall.events())).toContain('devicesLost'));
    expect(await numbers()).toEqual(['M001', 'M002']);
    const printed = kiosk.printer.tickets.filter((ticket) => JSON.stringify(ticket.elements).includes('M002'));
    expect(printed.length).toBeLessThanOrEqual(1);
  });
});

describe('at rest', () => {
  it('a page that crashes again and again comes back, each time', async () => {
    for (let crash = 0; crash < 2; crash += 1) {
      await crashPage();
      await until(async () => expect(await (await glass()).title()).not.toBe(''));
    }
    await until(async () => {
      expect(await kiosk.driver.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
    });
  });

  it('a page that hangs is ended and comes back', async () => {
    const page = await glass();
    page.evaluate('for (;;) {}').catch(() => undefined);
    // The system's own watch over windows that hang is Electron's; the program hears of it here.
    await kiosk.driver.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    }, null);
    await until(() => expect(kiosk.log()).toContain('"reason":"hung"'));
    await until(async () => expect(await (await glass()).title()).not.toBe(''));
  });

  it('a graphics process that is gone is said, and the kiosk goes on', async () => {
    await kiosk.driver.evaluate(({ app }) => {
      app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5, name: 'GPU' });
    }, null);
    await until(() => expect(kiosk.log()).toContain('"type":"GPU"'));
    expect(await (await glass()).title()).not.toBe('');
  });

  it('and the next person gets a number', async () => {
    await until(async () => {
      // The page that came back still shows the last number, printed or not.
      for (const done of ['完成', '我记住了']) {
        if (await isShown(done)) await tapButton(await glass(), done, EFFECT_MS);
      }
      expect(await isShown('您好，请取号')).toBe(true);
    });
    await shows('带了身份证');
    await takeTicket('M003');
    await until(() => expect(JSON.stringify(kiosk.printer.tickets.at(-1)?.elements)).toContain('M003'));
  });
});
