// The technician's page in every state, on a PC and on a phone: nothing for axe, nothing cut, as its pictures show it; in English and a third language.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HealthReport } from '@jiaohao/contracts/health';
import { CONSOLE, startScreens } from './chromium.ts';
import type { Screens, ScreenSize } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openHallStage } from './support/hall-stage.ts';
import type { HallStage } from './support/hall-stage.ts';
import { QUIET_REPORT, TROUBLED_REPORT } from './support/health-reports.ts';
import { expectNothingCut } from './support/overflow.ts';
import { buildThirdLanguage } from './support/third-language.ts';
import type { ThirdLanguage } from './support/third-language.ts';
import { expectLooksLike } from './support/visual.ts';

const PHONE = { width: 390, height: 844 };
const LARGE = { width: 1920, height: 1080 };
const WHO = { who: { kind: 'monitor', monitorId: 'technician' }, place: null } as const;

let screens: Screens;
let xx: ThirdLanguage;
let stage: HallStage;

beforeAll(async () => {
  screens = await startScreens();
  xx = await buildThirdLanguage({
    workspace: 'consoles',
    languages: [{ folder: 'health/languages', type: 'HealthLanguage', from: './zh.ts' }],
    pages: { health: 'health' },
  });
  stage = await openHallStage({ ...WHO, pagesFolder: xx.pagesFolder });
});

afterAll(async () => {
  await screens.close();
  await stage.close();
  xx.remove();
  expect(screens.troubles).toEqual([]);
});

/** The page with this report from the hall; null: the hall is silent from now on. */
async function answerWith(page: Page, report: HealthReport | null): Promise<void> {
  await page.unroute('**/api/v1/health');
  await page.route('**/api/v1/health', (route) => (report === null ? route.abort() : route.fulfill({ json: report })));
}

async function opened(report: HealthReport, size: ScreenSize, language = 'zh'): Promise<Page> {
  const page = await stage.open(screens, `/health/?languages=${language}`, size);
  await answerWith(page, report);
  await page.getByRole('textbox').fill('stage');
  await page.keyboard.press('Enter');
  await page.locator('.to-do').waitFor();
  return page;
}

async function silent(page: Page): Promise<void> {
  await answerWith(page, null);
  await page.clock.runFor(16_000);
  await page.locator('.health-band').waitFor();
}

describe.each([
  ['pc', CONSOLE],
  ['phone', PHONE],
] as const)('on a %s', (name, size) => {
  it('asks for a token and says what is wrong with one', async () => {
    const page = await stage.open(screens, '/health/', size);
    await page.locator('.entry-submit').click();
    await page.locator('.trouble-words').waitFor();
    await expectNothingCut(page, 'entry');
    await expectNoAxeFindings(page);
    await expectLooksLike(page, `health-${name}-entry`);
    await page.context().close();
  });

  it.each([
    ['quiet', QUIET_REPORT],
    ['troubled', TROUBLED_REPORT],
  ] as const)('%s', async (state, report) => {
    const page = await opened(report, size);
    await expectNothingCut(page, state);
    await expectNoAxeFindings(page);
    await expectLooksLike(page, `health-${name}-${state}`);
    await page.context().close();
  });

  it('the hall is silent', async () => {
    const page = await opened(TROUBLED_REPORT, size);
    await silent(page);
    await expectNothingCut(page, 'silent');
    await expectNoAxeFindings(page);
    await expectLooksLike(page, `health-${name}-silent`);
    await page.context().close();
  });
});

describe.each([
  ['English', 'en', 'en', 'To do'],
  ['a third language by one file, twice as long as English', 'xx', 'fi', 'ttoo ddoo'],
])('in %s', (_what, language, tag, toDo) => {
  it('every word is whole at every size', async () => {
    const page = await opened(TROUBLED_REPORT, CONSOLE, language);
    expect(await page.locator('html').getAttribute('lang')).toBe(tag);
    expect(await page.locator('#to-do-title').innerText()).toMatch(new RegExp(`^${toDo}`, 'i'));
    for (const size of [LARGE, PHONE, CONSOLE]) {
      await page.setViewportSize(size);
      await expectNothingCut(page, `${language} at ${size.width}`);
    }
    await expectNoAxeFindings(page);
    await silent(page);
    await expectNothingCut(page, `${language}, silent`);
    await page.context().close();
    const entry = await stage.open(screens, `/health/?languages=${language}`, PHONE);
    await entry.locator('.entry-submit').click();
    await entry.locator('.trouble-words').waitFor();
    await expectNothingCut(entry, `${language}, entry`);
    await entry.context().close();
  });
});
