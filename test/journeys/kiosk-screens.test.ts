// Every page and state of the kiosk: nothing for axe to find, nothing out of place, and as its picture shows it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qrModules } from '../../drivers/ticket-printer/escpos/qr-modules.ts';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { FORMS, isQrFree, roleSizes, soundKiosk } from './support/kiosk-forms.ts';
import type { FormName, RoleSizes } from './support/kiosk-forms.ts';
import { PHONE_LINK } from './support/kiosk-hall.ts';
import { openStageHouse } from './support/kiosk-stage.ts';
import type { KioskStage, StageHouse } from './support/kiosk-stage.ts';
import { ALL_STATES, reach } from './support/kiosk-states.ts';
import type { KioskState } from './support/kiosk-states.ts';
import { expectSoundLayout } from './support/layout.ts';
import { qrOnGlass } from './support/qr-on-glass.ts';
import { expectLooksLike } from './support/visual.ts';

let screens: Screens;
let house: StageHouse;
let stage: KioskStage;

beforeAll(async () => {
  screens = await startScreens();
  house = await openStageHouse(screens);
});

afterAll(async () => {
  await house.close();
  await screens.close();
});

const PICTURED: readonly KioskState[] = [
  'start',
  'start-no-reader',
  'choose',
  'lay-card',
  'lay-card-again',
  'taking',
  'printing',
  'taken',
  'taken-free',
  'trouble',
  'refused-card',
  'refused-held',
  'no-answer',
  'help',
  'idle-warning',
  'closed',
  'out-of-service',
];
/** On landscape glass the three that differ most. */
const PICTURED_WIDE: readonly KioskState[] = ['start', 'choose', 'taken'];

/** The page's time is the test's, and no test begins at the same. */
const CLOCK = { mask: ['.clock'] };

const TYPES = [
  { type: 'normal', isLarge: false },
  { type: 'large', isLarge: true },
] as const;

/** What was measured on each page, by form, state and type. */
const sizes = new Map<string, RoleSizes>();
const keyOf = (form: FormName, type: string, state: KioskState): string => `${form} ${type} ${state}`;

describe.each(TYPES)('portrait, $type type', ({ type, isLarge }) => {
  beforeAll(async () => {
    stage = await house.open({ ...FORMS.portrait, deviceScaleFactor: 0.5 });
  });
  afterAll(() => stage.close());

  it.each(ALL_STATES)('%s', async (state) => {
    await reach(stage, state, { isLarge });
    await expectSoundLayout(stage.page, soundKiosk('portrait', { isLarge, state }));
    sizes.set(keyOf('portrait', type, state), await roleSizes(stage.page));
    if (state === 'trouble') expect(await isQrFree(stage.page)).toBe(true);
    await expectNoAxeFindings(stage.page);
    if (PICTURED.includes(state)) await expectLooksLike(stage.page, `kiosk-portrait-${type}-${state}`, CLOCK);
  });
});

it.each(TYPES)('the QR symbol on the glass is that of the ticket’s link, $type type', async ({ isLarge }) => {
  const glass = await house.open(FORMS.portrait);
  await reach(glass, 'trouble', { isLarge });
  // The printers' encoder is another than the page's, and was written from the standard.
  const { modules = [] } = qrModules(new TextEncoder().encode(PHONE_LINK)) ?? {};
  const expected = modules.map((row) => row.map((isBlack) => (isBlack ? '#' : '.')).join('')).join('\n');
  expect(await qrOnGlass(glass.page, '.qr-symbol', modules.length)).toBe(expected);
  await glass.close();
});

describe.each(['wide', 'small'] as const satisfies FormName[])('%s', (form) => {
  describe.each(TYPES)('$type type', ({ type, isLarge }) => {
    beforeAll(async () => {
      stage = await house.open({ ...FORMS[form], deviceScaleFactor: 0.5 });
    });
    afterAll(() => stage.close());

    it.each(PICTURED)('%s', async (state) => {
      await reach(stage, state, { isLarge });
      await expectSoundLayout(stage.page, soundKiosk(form, { isLarge, state }));
      sizes.set(keyOf(form, type, state), await roleSizes(stage.page));
      if (state === 'trouble') expect(await isQrFree(stage.page)).toBe(true);
      // One landscape form stands for both.
      if (form === 'wide' && PICTURED_WIDE.includes(state)) await expectNoAxeFindings(stage.page);
      if (PICTURED_WIDE.includes(state)) await expectLooksLike(stage.page, `kiosk-${form}-${type}-${state}`, CLOCK);
    });
  });
});

it('no title and no number is smaller in large type than in normal type', () => {
  const smaller: string[] = [];
  let compared = 0;
  for (const form of ['portrait', 'wide', 'small'] as const)
    for (const state of form === 'portrait' ? ALL_STATES : PICTURED)
      for (const role of ['title', 'number'] as const) {
        const normal = sizes.get(keyOf(form, 'normal', state))?.[role] ?? null;
        const large = sizes.get(keyOf(form, 'large', state))?.[role] ?? null;
        if (normal === null || large === null) continue;
        compared += 1;
        if (large < normal) smaller.push(`${form} ${state}: ${role} ${large} instead of ${normal} px`);
      }
  expect(compared).toBeGreaterThan(ALL_STATES.length + 2 * PICTURED.length);
  expect(smaller).toEqual([]);
});

it('no page threw, broke its policy or asked another origin', () => {
  expect(screens.troubles).toEqual([]);
});
