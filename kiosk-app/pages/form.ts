// The three forms of kiosk glass that the pages are designed for, and what differs between them besides the look.
import { useSyncExternalStore } from 'react';
import type { TypeSize } from './journey-state.ts';

/** `portrait`: drawn at 1080 x 1920, `wide`: at 1920 x 1080, `small`: at 1280 x 1024. */
export type Form = 'portrait' | 'wide' | 'small';

const WIDE = '(min-aspect-ratio: 3/2)';
const SMALL = '(min-aspect-ratio: 1/1)';

function formNow(): Form {
  if (matchMedia(WIDE).matches) return 'wide';
  return matchMedia(SMALL).matches ? 'small' : 'portrait';
}

function onFormChange(changed: () => void): () => void {
  const queries = [matchMedia(WIDE), matchMedia(SMALL)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

export function useForm(): Form {
  return useSyncExternalStore(onFormChange, formNow);
}

const ITEMS_A_PAGE: Readonly<Record<Form, number>> = { portrait: 8, wide: 9, small: 6 };
const LARGE_ITEMS_A_PAGE = 4;

/** How many service items stand on one page of the list. */
export function itemsAPage(form: Form, typeSize: TypeSize): number {
  return typeSize === 'large' ? LARGE_ITEMS_A_PAGE : ITEMS_A_PAGE[form];
}
