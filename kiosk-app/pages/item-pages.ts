// How the service items are dealt onto pages.

export const ITEMS_A_PAGE = 8;

/** At least one page, also of nothing. */
export function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / ITEMS_A_PAGE));
}

/** Names of up to seven hanzi stand in one line at full size; longer ones are smaller and may take two lines. */
export function isLongName(zh: string): boolean {
  return Array.from(zh).length > 7;
}
