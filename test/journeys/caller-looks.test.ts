// Every state of the bar at its smallest size, in both languages: nothing cut, nothing over another, axe finds nothing, as its pictures show it; and in a third language.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { openCallerStage } from './support/caller-stage.ts';
import type { CallerStage } from './support/caller-stage.ts';
import { callerUpdate, CALLER_STATES } from './support/caller-states.ts';
import { expectNothingCut } from './support/overflow.ts';
import { buildThirdLanguage } from './support/third-language.ts';
import type { ThirdLanguage } from './support/third-language.ts';
import { expectLooksLike } from './support/visual.ts';

const SIZES = { compact: { width: 560, height: 96 }, open: { width: 560, height: 220 } } as const;
const NAMES = Object.keys(CALLER_STATES);
const PICTURED = {
  compact: [
    'serving',
    'called',
    'free',
    'paused',
    'ask-missed',
    'ask-pause',
    'refused',
    'lost',
    'longest',
    'signed-out',
  ],
  open: ['serving', 'called', 'free', 'keys', 'longest', 'wrong-password'],
} as const;

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(async () => {
  await screens.close();
  expect(screens.troubles).toEqual([]);
});

describe.each(['compact', 'open'] as const)('%s', (form) => {
  let stage: CallerStage;
  beforeAll(async () => {
    stage = await openCallerStage(screens, SIZES[form]);
  });
  afterAll(() => stage.close());

  const show = (name: string, language: 'zh' | 'en') =>
    stage.show(callerUpdate({ ...CALLER_STATES[name], form, language }));

  it.each(NAMES)('%s: every word is whole, in both languages', async (name) => {
    for (const language of ['zh', 'en'] as const) {
      await show(name, language);
      await expectNothingCut(stage.page, `${name} ${language}`);
      expect(await barHeight(stage.page)).toBe(SIZES[form].height);
    }
  });

  it('axe finds nothing in any state', async () => {
    for (const name of NAMES) {
      await show(name, 'zh');
      await expectNoAxeFindings(stage.page);
    }
  });

  it('has one filled button at most, and one while there is work', async () => {
    for (const name of NAMES) {
      await show(name, 'zh');
      const isQuestion = name.includes('ask');
      expect(await stage.page.locator('.next').count(), name).toBe(isQuestion ? 0 : 1);
    }
  });

  it('looks like its pictures', async () => {
    for (const name of PICTURED[form]) {
      await show(name, 'zh');
      await expectLooksLike(stage.page, `caller-${form}-${name}`, { mask: ['.ticket-time'] });
    }
  });
});

describe('a third language by one file, twice as long as English', () => {
  let xx: ThirdLanguage;
  beforeAll(async () => {
    xx = await buildThirdLanguage({
      workspace: 'kiosk-app',
      languages: [{ folder: 'caller-page/languages', type: 'CallerTexts', from: '../language-file.ts' }],
      pages: { caller: 'caller-page' },
    });
  });
  afterAll(() => xx.remove());

  it.each(['compact', 'open'] as const)('%s: is shown and stays inside the bar', async (form) => {
    const stage = await openCallerStage(screens, SIZES[form], join(xx.pagesFolder, 'caller'));
    for (const name of NAMES) {
      await stage.show(callerUpdate({ ...CALLER_STATES[name], form, language: 'xx' }));
      expect(await outsideTheBar(stage.page), name).toEqual([]);
      expect(await barHeight(stage.page)).toBe(SIZES[form].height);
    }
    expect(await stage.page.locator('html').getAttribute('lang')).toBe('fi');
    expect(await stage.page.title()).toBe('ccaalllleerr');
    await stage.close();
  });
});

it('the border asks for a look once a second, ten times, and not at all under reduced motion', async () => {
  const stage = await openCallerStage(screens, SIZES.compact);
  await stage.show(callerUpdate(CALLER_STATES['free'] ?? {}));
  const animation = () =>
    stage.page.locator('.bar').evaluate((bar) => {
      const { animationName, animationDuration, animationIterationCount } = getComputedStyle(bar);
      return { animationName, animationDuration, animationIterationCount };
    });
  expect(await animation()).toEqual({
    animationName: 'ask-for-a-look',
    animationDuration: '1s',
    animationIterationCount: '10',
  });
  await stage.page.emulateMedia({ reducedMotion: 'reduce' });
  expect((await animation()).animationName).toBe('none');
  await stage.close();
});

const barHeight = (page: Page): Promise<number> =>
  page.locator('.bar').evaluate((bar) => Math.round(bar.getBoundingClientRect().height));

/** Words and controls that reach beyond the bar or the control that they stand in. */
function outsideTheBar(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOut = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.left < outer.left - 1 ||
      inner.right > outer.right + 1 ||
      inner.top < outer.top - 1 ||
      inner.bottom > outer.bottom + 1;
    return Array.from(document.querySelectorAll('button, a, .fit-words'))
      .filter((element) => {
        const around = element.parentElement?.closest('button, a, .bar') ?? document.body;
        return isOut(element.getBoundingClientRect(), around.getBoundingClientRect());
      })
      .map((element) => `${element.className}: ${element.textContent}`);
  });
}
