// The kiosk with the worst that a hall brings: forty services, names of 60 letters, three digits, and a third language twice as long as English.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { FORMS, soundKiosk } from './support/kiosk-forms.ts';
import type { FormName } from './support/kiosk-forms.ts';
import { worstTicket, worstView } from './support/kiosk-hall.ts';
import { openStageHouse } from './support/kiosk-stage.ts';
import type { KioskStage, StageHouse } from './support/kiosk-stage.ts';
import { reach, Visit } from './support/kiosk-states.ts';
import type { KioskState } from './support/kiosk-states.ts';
import { expectSoundLayout } from './support/layout.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Not under dist: what lies there is packed. */
const BUILT = mkdtempSync(join(tmpdir(), 'jiaohao-third-language-'));
const WORST = { view: worstView(), ticket: worstTicket() };

/** The kiosk with one more file among its languages, and nothing else changed. */
const withThirdLanguage = {
  name: 'third-language',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('kiosk-app/pages/languages.ts')
      ? code.replace("'./languages/*.ts'", "['./languages/*.ts', './testing/languages/*.ts']")
      : null,
};

let screens: Screens;
let house: StageHouse;
let stage: KioskStage;

beforeAll(async () => {
  await build({
    configFile: false,
    root: join(ROOT, 'kiosk-app/pages'),
    base: './',
    logLevel: 'error',
    plugins: [react(), withThirdLanguage],
    build: { outDir: BUILT, emptyOutDir: true, target: 'chrome87', assetsInlineLimit: 0 },
  });
  screens = await startScreens();
  house = await openStageHouse(screens, BUILT);
});

afterAll(async () => {
  await house.close();
  await screens.close();
  rmSync(BUILT, { recursive: true, force: true });
});

const STATES: readonly KioskState[] = [
  'start',
  'start-no-printer',
  'choose',
  'choose-no-reader',
  'lay-card',
  'taken',
  'trouble',
  'refused-held',
  'closed',
];
const LANGUAGES = [
  { language: 'Chinese', languageTouches: 0 },
  { language: 'English twice as long', languageTouches: 2 },
];

/** Chinese is the shorter: what fits twice as long on every form, and in Chinese on the narrowest, fits. */
const languagesOn = (form: FormName) => (form === 'portrait' ? LANGUAGES : LANGUAGES.slice(1));

describe.each(Object.keys(FORMS) as FormName[])('%s', (form) => {
  beforeAll(async () => {
    stage = await house.open({ ...FORMS[form], deviceScaleFactor: 0.5 });
  });
  afterAll(() => stage.close());

  describe.each(languagesOn(form))('$language', ({ languageTouches }) => {
    it.each(STATES)('%s', async (state) => {
      for (const isLarge of [false, true]) {
        await reach(stage, state, { scenery: WORST, languageTouches, isLarge });
        await expectSoundLayout(stage.page, soundKiosk(form, { isLarge, state, isWorst: true }));
      }
    });
  });

  it('every page of the forty services, to the last', async () => {
    await reach(stage, 'choose', { scenery: WORST });
    const visit = new Visit(stage, WORST);
    const seen = new Set<string>();
    const next = stage.page.locator('.pager .button').last();
    for (;;) {
      for (const name of await stage.page.locator('.item .words-first').allInnerTexts()) seen.add(name);
      await expectSoundLayout(stage.page, soundKiosk(form, { isLarge: false, state: 'choose' }));
      if ((await next.getAttribute('aria-disabled')) === 'true') break;
      await visit.touch('.pager .button:last-child');
    }
    expect(seen).toContain(WORST.view.serviceItems[1]?.name.zh);
    expect(await stage.page.locator('.pager-place').innerText()).toMatch(/^(5|7) \/ (5|7)$/);
  });
});

it('the third language is said to be what it is', async () => {
  stage = await house.open(FORMS.portrait);
  await reach(stage, 'start', { languageTouches: 2 });
  expect(await stage.page.evaluate(() => document.documentElement.lang)).toBe('en-x-twice');
  expect(await stage.page.locator('h1 .words-second').getAttribute('lang')).toBe('zh-CN');
  await expectNoAxeFindings(stage.page);
});
