// Pages that only the people who look after the hall see: first start, line page, staff page, API page, landing page. Sound, as pictured, and with English twice as long.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiDocument } from '../../hall-server/gateway/openapi-document.ts';
import { apiPage } from '../../hall-server/gateway/openapi-page.ts';
import { createLineServer } from '../../kiosk-app/browser/line-server.ts';
import { serveFirstStart } from '../../kiosk-app/terminal/first-start/serve-first-start.ts';
import type { FirstStart } from '../../kiosk-app/terminal/first-start/serve-first-start.ts';
import { SANDBOX_OFF } from '../../kiosk-app/wire/staff-address.ts';
import type { LineStatus } from '../../kiosk-app/terminal/start-line.ts';
import { ROOT } from './child-process.ts';
import { CONSOLE, KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openHallStage } from './support/hall-stage.ts';
import { sayEnglishTwice } from './support/longer-words.ts';
import { expectNothingCut } from './support/overflow.ts';
import { buildThirdLanguage } from './support/third-language.ts';
import type { ThirdLanguage } from './support/third-language.ts';
import { expectLooksLike } from './support/visual.ts';

const PHONE = { width: 390, height: 844 };

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(async () => {
  await screens.close();
  expect(screens.troubles).toEqual([]);
});

/** Sound as it is, and still with English twice as long. */
async function expectSound(page: Page, picture: string): Promise<void> {
  await expectNothingCut(page, picture);
  await expectNoAxeFindings(page);
  await expectLooksLike(page, picture);
  await sayEnglishTwice(page);
  await expectNothingCut(page, `${picture}, twice as long`);
}

describe('the first start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-first-start-'));
  let firstStart: FirstStart;
  beforeAll(async () => {
    firstStart = await serveFirstStart(join(folder, 'terminal.json'), 0, pino({ enabled: false }));
  });
  afterAll(async () => {
    await firstStart.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['pc', CONSOLE],
    ['phone', PHONE],
  ] as const)('asks, on a %s', async (name, size) => {
    const page = await screens.open(firstStart.url, size);
    await expectSound(page, `first-start-${name}`);
    await page.context().close();
  });

  it('says what is wrong under each field', async () => {
    const page = await screens.open(firstStart.url, CONSOLE);
    await page.locator('[name=role]').first().check();
    await page.locator('[name=hallUrl]').fill('not an address');
    await page.locator('[name=terminalId]').fill('取号机');
    await page.locator('[name=token]').fill('two words');
    await page.locator('button').click();
    await page.locator('.mistake').first().waitFor();
    await expectSound(page, 'first-start-mistakes');
    await page.context().close();
  });
});

describe('the page of a line of pads or strips', () => {
  const device = { windowLabel: '9', windowId: 'w09', kind: 'callPad', port: '/dev/ttyUSB0' } as const;
  const port = '/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0';
  let status: LineStatus = {
    ...{ terminalId: 'pads-1', role: 'pads', hallLink: 'up' },
    devices: [
      { ...device, status: { state: 'ready', warning: null } },
      { ...device, kind: 'evaluationPad', status: { state: 'starting' } },
      { ...device, windowLabel: '综合受理 11', windowId: 'w11', port, status: { state: 'fault', code: 'noAnswer' } },
    ],
  };
  const server = createLineServer(() => status, pino({ enabled: false }));
  let url: string;
  beforeAll(async () => {
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  it.each([
    ['pc', CONSOLE],
    ['phone', PHONE],
  ] as const)('on a %s', async (name, size) => {
    const page = await screens.open(url, size);
    await expectSound(page, `line-${name}`);
    await page.context().close();
  });

  it('renews itself in place, and says when its program has ended', async () => {
    const page = await screens.open(url, CONSOLE);
    await page.locator('.bad').waitFor();
    status = { ...status, hallLink: 'down', devices: [] };
    await page.getByText('连接断开').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(0);
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    await server.close();
    await page.getByText('终端程序没有应答').waitFor();
    await expectNoAxeFindings(page);
    await page.context().close();
  });
});

describe('the staff page', () => {
  const STAFF = join(ROOT, 'dist/electron/staff');
  const TYPES: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.woff2': 'font/woff2',
  };
  let server: Server;
  let xx: ThirdLanguage;
  beforeAll(async () => {
    xx = await buildThirdLanguage({
      workspace: 'kiosk-app',
      languages: [{ folder: 'electron/page-side/languages', type: 'ShellLanguage', from: '../language-file.ts' }],
      pages: { staff: 'electron/page-side/staff-page' },
    });
    server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url ?? '', 'http://staff/');
      const path = pathname === '/' ? '/index.html' : pathname;
      const isThird = search !== '' || request.headers.referer?.includes('languages=') === true;
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
      response.end(readFileSync(join(isThird ? join(xx.pagesFolder, 'staff') : STAFF, path)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    xx.remove();
  });

  it.each([
    ['kiosk', KIOSK],
    ['pc', CONSOLE],
  ] as const)('on a %s, with part of a PIN', async (name, size) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const page = await screens.open(url, { ...size, deviceScaleFactor: 0.5 });
    for (const digit of ['1', '2', '3']) await page.getByRole('button', { name: digit, exact: true }).click();
    await expectSound(page, `staff-${name}`);
    await page.context().close();
  });

  it('in a third language by one file, twice as long', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?languages=xx,zh`;
    const page = await screens.open(url, { ...KIOSK, deviceScaleFactor: 0.5 });
    await page.getByRole('button', { name: 'lleeaavvee 退出', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fi');
    await expectNothingCut(page, 'staff in a third language');
    await page.context().close();
  });

  it('says that the sandbox is off', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${SANDBOX_OFF}`;
    const page = await screens.open(url, { ...KIOSK, deviceScaleFactor: 0.5 });
    await page.getByText('沙箱未启用').waitFor();
    await expectNothingCut(page, 'staff without sandbox');
    await expectNoAxeFindings(page);
    await page.context().close();
  });
});

describe('the hall server', () => {
  it.each([
    ['pc', CONSOLE],
    ['phone', PHONE],
  ] as const)('API page, on a %s', async (name, size) => {
    const page = await screens.open('about:blank', size);
    await page.setContent(apiPage(apiDocument()));
    await expectNoAxeFindings(page);
    await expectLooksLike(page, `hall-api-${name}`);
    await sayEnglishTwice(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it.each([
    ['pc', CONSOLE],
    ['phone', PHONE],
  ] as const)('landing page, on a %s', async (name, size) => {
    const stage = await openHallStage({ who: { kind: 'display', displayId: 'b' }, place: null });
    const page = await screens.open(`${stage.url}/`, size);
    await expectSound(page, `hall-landing-${name}`);
    await page.context().close();
    await stage.close();
  });
});
