// How long what is on the glass may stand untouched, and what counts as a touch.
import { screenOf } from './journey-state.ts';
import type { Journey, TypeSize } from './journey-state.ts';

/** Who needs large type needs time too. */
export const IDLE_MS: Readonly<Record<TypeSize, number>> = { normal: 60_000, large: 120_000 };
export const TAKEN_MS: Readonly<Record<TypeSize, number>> = { normal: 15_000, large: 30_000 };
export const WARNING_MS = 20_000;
export const PRINTER_TROUBLE_MS = 120_000;
/** The terminal answers much earlier, also when the hall does not; these are for a terminal that went silent. */
export const ANSWER_MS = 45_000;
export const PRINTING_MS = 60_000;

export interface TimeLimit {
  readonly limitMs: number;
  /** A touch or a key starts the time again. */
  readonly isRestartedByTouch: boolean;
}

/** Null where nothing is to be given back: the start page as everybody finds it. */
export function timeLimitOf(journey: Journey): TimeLimit | null {
  const idle = { limitMs: IDLE_MS[journey.typeSize], isRestartedByTouch: true };
  switch (screenOf(journey)) {
    case 'taking':
      return { limitMs: ANSWER_MS, isRestartedByTouch: false };
    case 'printing':
      return { limitMs: PRINTING_MS, isRestartedByTouch: false };
    case 'taken':
      return { limitMs: TAKEN_MS[journey.typeSize], isRestartedByTouch: false };
    case 'notPrinted':
      return { limitMs: PRINTER_TROUBLE_MS, isRestartedByTouch: true };
    case 'idleWarning':
      return { limitMs: WARNING_MS, isRestartedByTouch: false };
    case 'chooseItem':
    case 'layCard':
    case 'typeNumber':
    case 'refused':
    case 'noAnswer':
    case 'help':
      return idle;
    case 'start':
    case 'loading':
    case 'closed':
    case 'outOfService':
      return isUntouched(journey) ? null : idle;
  }
}

function isUntouched({ page, language, typeSize, card }: Journey): boolean {
  return page.type === 'start' && language === 'zh' && typeSize === 'normal' && card !== 'laid';
}
