// The three forms of kiosk glass and what a sound page is on each: sizes of letters and controls, and how high a control may be.
import type { Page } from 'playwright-core';
import type { KioskState } from './kiosk-states.ts';
import type { LayoutWishes } from './layout.ts';

export const FORMS = {
  portrait: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
  small: { width: 1280, height: 1024 },
} as const;
export type FormName = keyof typeof FORMS;

/** 20 mm at 0.248 mm per px (21.5 inch, 1920 x 1080 either way); on 17 inch at 1280 x 1024, 0.264 mm per px, it is 21 mm. */
const TOUCH_PX = 81;
const GAP_PX = 12;

/** Twelve keys, show, confirm, and the foot. */
const PAD_CONTROLS = 17;

interface Circumstances {
  readonly isLarge: boolean;
  readonly state: KioskState;
  /** The longest words that a hall or a language brings. */
  readonly isWorst?: boolean;
}

/** Controls begin at 20 % of the height on lists, at 41 % elsewhere, at 50 % in large type. */
export function soundKiosk(form: FormName, { isLarge, state, isWorst = false }: Circumstances): LayoutWishes {
  const isPad = state.startsWith('type-number');
  const share = state.startsWith('choose') || isPad ? 0.2 : 0.41;
  // Words that do not fit at 44 px: see docs/screens.md.
  const worstPx = form === 'small' ? 28 : 34;
  const largePx = isWorst ? worstPx : 44;
  return {
    root: '.kiosk',
    control: { sidePx: TOUCH_PX, gapPx: GAP_PX },
    type: isLarge ? { hanziPx: largePx, latinPx: largePx, except: '.hall-name' } : { hanziPx: 28, latinPx: 26 },
    ...(isLarge ? { controlsMax: isPad ? PAD_CONTROLS : 6 } : {}),
    controlsBelowPx: FORMS[form].height * (isLarge ? 0.5 : share),
  };
}

/** Sizes of letters in CSS px of what a page says first: its sentence and the number; null where it has none. */
export type RoleSizes = Readonly<Record<'title' | 'number', number | null>>;

export function roleSizes(page: Page): Promise<RoleSizes> {
  return page.evaluate(() => {
    const sizeOf = (selector: string): number | null => {
      const element = document.querySelector(selector);
      return element === null ? null : parseFloat(getComputedStyle(element).fontSize);
    };
    return { title: sizeOf('.question .words-first'), number: sizeOf('.number-card-number .number') };
  });
}

/** Whether the QR symbol with its white edge stands inside its own row: nothing lies on it. */
export function isQrFree(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [symbol, row] = [document.querySelector('.qr-symbol'), document.querySelector('.remember')];
    if (symbol === null || row === null) return false;
    const [inner, outer] = [symbol.getBoundingClientRect(), row.getBoundingClientRect()];
    return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  });
}
