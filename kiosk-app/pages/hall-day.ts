// Which day it is in the hall, for what is reckoned by dates.
import type { KioskUpdate } from '../wire/page.ts';

/** YYYY-MM-DD by the hall's clock and time zone. `now`: this machine's, epoch ms. */
export function hallDay(update: KioskUpdate | null, now = Date.now()): string {
  const timeZone = update?.view?.timeZone ?? 'UTC';
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const at = now + (update?.clockOffsetMs ?? 0);
  const found = Object.fromEntries(
    new Intl.DateTimeFormat('en', parts).formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${found['year'] ?? ''}-${found['month'] ?? ''}-${found['day'] ?? ''}`;
}
