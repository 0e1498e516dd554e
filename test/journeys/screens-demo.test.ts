// The demo's landing page and bench, and the hall server's own: whole at every size, nothing found by axe.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { Bench } from '../../demo/bench.ts';
import { memoryWiring } from '../../demo/device-line.ts';
import { startLandingServer } from '../../demo/landing-server.ts';
import type { LandingServer } from '../../demo/landing-server.ts';
import { PageDesk } from '../../demo/page-desk.ts';
import { screensOf } from '../../demo/screens.ts';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { DEMO_HALL } from './hall-program.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openHallStage } from './support/hall-stage.ts';
import { expectNothingCut } from './support/overflow.ts';
import { expectLooksLike } from './support/visual.ts';

const DESK = { width: 1440, height: 900 };
const SIZES = [
  DESK,
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-demo-screens-'));
let screens: Screens;
let bench: Bench;
let desk: PageDesk;
let server: LandingServer;

beforeAll(async () => {
  screens = await startScreens();
  const config = HallConfig.parse(JSON.parse(readFileSync(DEMO_HALL, 'utf8')));
  const pads = config.windows.map(({ windowId, label }, place) => ({ windowId, label, address: place + 1 }));
  bench = await Bench.open(memoryWiring('screens'), pads);
  const clerks = config.staff.map(
    ({ staffNo }) => [staffNo, { token: `token-${staffNo}`, password: '演示-7h2k' }] as const,
  );
  const displays = config.displays.map(({ displayId }) => [displayId, 'token'] as const);
  const walk = screensOf({
    config,
    credentials: {
      terminals: { 'tablet-14': 'token' },
      displays: Object.fromEntries(displays),
      clerks: Object.fromEntries(clerks),
      monitor: 'token',
    },
    terminals: { kioskUrl: 'http://127.0.0.1:1/', windowUrls: new Map() } as never,
    hallUrl: 'http://127.0.0.1:1',
  });
  desk = new PageDesk(bench, walk, 'running');
  server = await startLandingServer({ port: 0, bench, desk, dataFolder: folder });
});

afterAll(async () => {
  expect(screens.troubles).toEqual([]);
  await screens.close();
  await server.close();
  desk.close();
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

async function isWhole(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNothingCut(page, `${what} at ${size.width} x ${size.height}`);
  }
  await page.setViewportSize(DESK);
  await expectNoAxeFindings(page);
}

describe('the demo', () => {
  it('landing page', async () => {
    const page = await screens.open(server.url, DESK);
    await page.getByText('放身份证').first().waitFor();
    await isWhole(page, 'landing');
    await expectLooksLike(page, 'demo-landing', { mask: ['.window-row-facts .quiet'] });
    await page.context().close();
  });

  it('bench: as found, a card laid, the printer without paper, a plug out', async () => {
    const page = await screens.open(`${server.url}bench`, DESK);
    await page.getByText('身份证阅读器').waitFor();
    await isWhole(page, 'bench');
    await expectLooksLike(page, 'demo-bench', { mask: ['.card-kind'] });
    await page.getByRole('button', { name: /演示甲/ }).click();
    await page.getByText('等待读取').waitFor();
    await page.getByRole('button', { name: '抽走纸卷' }).click();
    await page.getByText('缺纸').waitFor();
    await page.getByRole('button', { name: /^拔出/ }).first().click();
    await page.getByText('已拔出').first().waitFor();
    await isWhole(page, 'bench in trouble');
    await page.context().close();
  });

  it('says that the hall is not there', async () => {
    const page = await screens.open(server.url, DESK);
    await page.getByText('放身份证').first().waitFor();
    desk.hall = 'restarting';
    await page.getByText('大厅重启中').first().waitFor();
    await isWhole(page, 'restarting');
    desk.hall = 'running';
    await page.context().close();
  });
});

describe('the hall server', () => {
  it('landing page', async () => {
    const stage = await openHallStage({ who: { kind: 'display', displayId: 'b' }, place: null });
    const page = await screens.open(`${stage.url}/`, DESK);
    await page.getByText('大厅综合屏').first().waitFor();
    await isWhole(page, 'hall landing');
    await page.context().close();
    await stage.close();
  });
});
