// How the service items are dealt onto pages.

/** At least one page, also of nothing. */
export function pageCount(items: number, aPage: number): number {
  return Math.max(1, Math.ceil(items / aPage));
}
