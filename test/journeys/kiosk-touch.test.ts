// What hands do to the glass, and what else is done to it: slips, double taps, ten fingers, storms, zoom, slow hands, files, keys.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { FORMS } from './support/kiosk-forms.ts';
import { openStageHouse } from './support/kiosk-stage.ts';
import type { KioskStage, StageHouse } from './support/kiosk-stage.ts';
import { reach, Visit } from './support/kiosk-states.ts';
import type { KioskState } from './support/kiosk-states.ts';
import { pointOf } from './support/touch.ts';

let screens: Screens;
let house: StageHouse;
let stage: KioskStage;
let visit: Visit;

beforeAll(async () => {
  screens = await startScreens();
  house = await openStageHouse(screens);
  stage = await house.open(FORMS.portrait);
});

afterAll(async () => {
  await house.close();
  await screens.close();
});

beforeEach(async () => {
  await at('start');
});

/** Longer than the time in which a second tap does not count. */
const TAP_APART_MS = 700;
const CHOOSE = '.choose-way';

async function at(state: KioskState, isLarge = false): Promise<void> {
  await reach(stage, state, { isLarge });
  visit = new Visit(stage, undefined, isLarge);
  await stage.pass(TAP_APART_MS);
}

const control = (selector: string) => stage.page.locator(selector).first();
const shows = (page: string) => control(`.${page}`).waitFor({ timeout: 5_000 });
const stands = async (page: string) => expect(await stage.page.locator(`.${page}`).count()).toBe(1);
const takes = async () => (await stage.said()).filter(({ type }) => type === 'takeTicket').length;

describe('one finger', () => {
  it('acts on release inside, and not before', async () => {
    await stage.glass.down(await pointOf(control(CHOOSE)));
    await stands('start-page');
    expect(await control(CHOOSE).getAttribute('data-pressed')).toBe('true');
    await stage.glass.up();
    await shows('choose-page');
  });

  it('that slips off does nothing; the control is as before', async () => {
    await stage.glass.slip(control(CHOOSE), { x: 540, y: 300 });
    await stage.pass(TAP_APART_MS);
    await stands('start-page');
    expect(await control(CHOOSE).getAttribute('data-pressed')).toBe('false');
  });

  it('that the glass loses does nothing', async () => {
    await stage.glass.down(await pointOf(control(CHOOSE)));
    await stage.glass.cancel();
    await stands('start-page');
  });

  it('that trembles taps once: the second tap falls on the next page and is ignored', async () => {
    await stage.glass.storm([control(CHOOSE), control(CHOOSE)]);
    await shows('choose-page');
    const item = await pointOf(control('.item'));
    await stage.glass.tap(item);
    await stands('choose-page');
    await stage.pass(TAP_APART_MS);
    await stage.glass.tap(item);
    await shows('lay-card-page');
  });
});

describe('many fingers', () => {
  it('ten at once do at most what the first does', async () => {
    await visit.touch(CHOOSE);
    await shows('choose-page');
    await stage.pass(TAP_APART_MS);
    const items = await stage.page.locator('.item').all();
    const back = stage.page.locator('.footer .button');
    await stage.glass.tapTogether([...items, back.nth(0), back.nth(1)]);
    await shows('lay-card-page');
    await stage.pass(TAP_APART_MS);
    expect(await control('.lay-card-page').isVisible()).toBe(true);
    expect(stage.glass.fingersDown).toBe(0);
  });

  it('a storm of taps while a number is asked for and printed asks for one number', async () => {
    await at('lay-card');
    const before = await takes();
    const button = await pointOf(control('.without-card'));
    await stage.glass.storm(Array.from({ length: 20 }, () => button));
    await stage.pass(TAP_APART_MS);
    await stage.glass.storm(Array.from({ length: 20 }, (_, index) => ({ x: 100 + index * 45, y: 200 + index * 85 })));
    expect(await takes()).toBe(before + 1);
    await visit.printing();
    await stage.glass.storm(Array.from({ length: 20 }, (_, index) => ({ x: 100 + index * 45, y: 200 + index * 85 })));
    await stands('ticket-page');
    expect(await takes()).toBe(before + 1);
  });

  it('two fingers do not zoom, and nothing can be scrolled', async () => {
    await stage.glass.pinch({ x: 540, y: 960 }, 2.5);
    expect(await stage.glass.zoom()).toBe(1);
    await stage.glass.down({ x: 540, y: 1_500 });
    await stage.glass.move({ x: 540, y: 400 });
    await stage.glass.up();
    expect(await stage.page.evaluate(() => [window.scrollX, window.scrollY])).toEqual([0, 0]);
    await stands('start-page');
  });
});

describe('a slow hand', () => {
  it('may rest on a control for 75 seconds: no limit runs out, and the release counts', async () => {
    await at('choose');
    await stage.glass.hold(control('.item'), async () => {
      await stage.pass(75_000);
      await stands('choose-page');
    });
    await shows('lay-card-page');
  });

  it('may rest on the number for 75 seconds: it stays, and its 15 seconds go on afterwards', async () => {
    await at('taken');
    await stage.glass.hold({ x: 540, y: 700 }, async () => {
      await stage.pass(75_000);
      await stands('ticket-page');
    });
    await stage.pass(1_000);
    await stands('ticket-page');
    await stage.pass(15_000);
    await shows('start-page');
  });

  it.each([
    ['normal', false, 60_000, 15_000],
    ['large', true, 120_000, 30_000],
  ])('in %s type is asked before the page goes, and has its time', async (_type, isLarge, idleMs, takenMs) => {
    await at('choose', isLarge);
    await stage.pass(idleMs - 2_000);
    await stands('choose-page');
    await stage.pass(2_500);
    await shows('go-on');
    await visit.touch('.go-on');
    await shows('choose-page');
    await at('taken', isLarge);
    await stage.pass(takenMs - 2_000);
    await stands('ticket-page');
    await stage.pass(2_500);
    await shows('start-page');
    expect(await control('.kiosk').getAttribute('data-type')).toBe('normal');
  });
});

describe('everything else', () => {
  it('a file that is dropped is not opened', async () => {
    const isRefused = await stage.page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['<h1>foreign</h1>'], 'foreign.html', { type: 'text/html' }));
      return ['dragover', 'drop'].map(
        (type) =>
          !document.body.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })),
      );
    });
    expect(isRefused).toEqual([true, true]);
    await stands('start-page');
  });

  it('a keyboard with every shortcut neither zooms, nor leaves, nor opens anything', async () => {
    const address = stage.page.url();
    const pages = stage.page.context().pages().length;
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789+-=');
    const keys = [
      ...letters.map((letter) => `Control+${letter}`),
      ...letters.map((letter) => `Alt+${letter}`),
      ...['I', 'J', 'N', 'T', 'Delete'].map((key) => `Control+Shift+${key}`),
      ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
      ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Backspace', 'PageDown', 'End', 'ArrowDown', 'ContextMenu'],
    ];
    for (const key of keys) await stage.page.keyboard.press(key);
    expect(stage.page.url()).toBe(address);
    expect(stage.page.context().pages()).toHaveLength(pages);
    expect(await stage.page.evaluate(() => [window.devicePixelRatio, window.scrollY])).toEqual([1, 0]);
    expect(await stage.glass.zoom()).toBe(1);
    await stands('kiosk');
  });

  it('no menu, no selection, no dragging', async () => {
    const isRefused = await stage.page.evaluate(() =>
      ['contextmenu', 'selectstart', 'dragstart'].map(
        (type) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
      ),
    );
    expect(isRefused).toEqual([true, true, true]);
  });

  it('the whole way to a number with Tab, Enter and Esc, focus always seen', async () => {
    const focused = () => stage.page.evaluate(() => document.activeElement?.className ?? '');
    const tabTo = async (name: string) => {
      for (let tabs = 0; tabs < 20 && !(await focused()).includes(name); tabs += 1)
        await stage.page.keyboard.press('Tab');
      expect(await focused()).toContain(name);
      const outline = await stage.page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      );
      expect(outline).toBe('solid');
    };
    await tabTo('choose-way');
    await stage.page.keyboard.press('Enter');
    await shows('choose-page');
    await stage.pass(TAP_APART_MS);
    await stage.page.keyboard.press('Escape');
    await shows('start-page');
    await stage.pass(TAP_APART_MS);
    await tabTo('choose-way');
    await stage.page.keyboard.press('Enter');
    await stage.pass(TAP_APART_MS);
    await tabTo('item');
    await stage.page.keyboard.press('Enter');
    await shows('lay-card-page');
  });

  it('reduced motion: nothing moves', async () => {
    await stage.page.emulateMedia({ reducedMotion: 'reduce' });
    await at('lay-card');
    const moving = await stage.page.evaluate(() => document.getAnimations().length);
    await stage.page.emulateMedia({ reducedMotion: null });
    expect(moving).toBe(0);
  });

  it('a rare character of a name comes from a font of the system, and not as an empty box', async () => {
    const view = { ...visit.scenery.view, hallName: { zh: '龘䶮市政务服务大厅', en: 'Hall' } };
    await visit.update({ view });
    const cdp = await stage.page.context().newCDPSession(stage.page);
    await cdp.send('DOM.enable');
    await cdp.send('CSS.enable');
    const { root } = await cdp.send('DOM.getDocument');
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.hall-name .line' });
    const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
    const drawn = fonts.reduce((glyphs, font) => glyphs + font.glyphCount, 0);
    expect(drawn).toBe(9);
    expect(fonts.some((font) => font.isCustomFont)).toBe(true);
    expect(fonts.every((font) => font.isCustomFont || /Noto|Han|CJK|Ming|Song|Hei/i.test(font.familyName))).toBe(true);
  });
});

it('no page threw, broke its policy or asked another origin', () => {
  expect(screens.troubles).toEqual([]);
});
