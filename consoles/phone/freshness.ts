// How old what the phone shows may be: a phone that slept, or left the hall's network, says so.

/** `at`: since when nothing was heard, epoch ms by the hall's clock. */
export type Freshness = { readonly kind: 'fresh' } | { readonly kind: 'stale'; readonly at: number };

const FRESH_MS = 15_000;

export function freshnessAt(now: number, lastHeardAt: number | null): Freshness {
  if (lastHeardAt === null || now - lastHeardAt <= FRESH_MS) return { kind: 'fresh' };
  return { kind: 'stale', at: lastHeardAt };
}
