// How the service items are dealt onto pages.

import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Language } from './texts.ts';

export const ITEMS_A_PAGE = 8;

/** At least one page, also of nothing. */
export function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / ITEMS_A_PAGE));
}

/** Names of up to seven hanzi stand in one line at full size; longer ones are smaller and take two lines, the longest smaller still. */
export function nameSize(name: Bilingual, language: Language): 'plain' | 'long' | 'longest' {
  const zh = Array.from(name.zh).length;
  const en = name.en.length;
  const [enLong, enLongest] = language === 'zh' ? [30, 60] : [20, 40];
  if (zh > 14 || en > enLongest) return 'longest';
  return zh > 7 || en > enLong ? 'long' : 'plain';
}
