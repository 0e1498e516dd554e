// The clock on every page: the hall's time in the hall's zone, whatever the machine's own clock and zone say.
import { useSyncExternalStore } from 'react';

export interface HallClock {
  /** 11月23日 星期一 */
  readonly dateZh: string;
  /** Mon 23 Nov */
  readonly dateEn: string;
  /** 24-hour, 10:42 */
  readonly time: string;
}

const MINUTE_MS = 60_000;
const WEEKDAYS_ZH: Readonly<Record<string, string>> = {
  Sun: '星期日',
  Mon: '星期一',
  Tue: '星期二',
  Wed: '星期三',
  Thu: '星期四',
  Fri: '星期五',
  Sat: '星期六',
};

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string | undefined): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    // `hour12: false` alone says 24:00 at midnight in some versions.
    hourCycle: 'h23',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', timeZone === undefined ? options : { ...options, timeZone });
  } catch (error) {
    // A browser older than the zone's name does not know it; the screen stands in the hall, so its own zone is the best guess.
    if (error instanceof RangeError && timeZone !== undefined) return makeFormatter(undefined);
    throw error;
  }
}

/** Date and time of day at `at` (epoch ms) in an IANA zone. */
export function hallClock(at: number, timeZone: string): HallClock {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    dateZh: `${part('month')}月${part('day')}日 ${WEEKDAYS_ZH[part('weekday')] ?? ''}`,
    dateEn: `${part('weekday')} ${part('day')} ${MONTHS_EN[Number(part('month')) - 1] ?? ''}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The hall's clock, ticking on the hall's minute. `offsetMs` is hall time minus this machine's time (heartbeat `at` minus
 * `Date.now()` when it came).
 */
export function useHallClock(offsetMs: number, timeZone: string, now: () => number = Date.now): HallClock {
  const minute = useSyncExternalStore(
    (changed) => onEveryMinute(() => now() + offsetMs, changed),
    () => Math.floor((now() + offsetMs) / MINUTE_MS),
  );
  return hallClock(minute * MINUTE_MS, timeZone);
}

function onEveryMinute(hallNow: () => number, tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    timer = setTimeout(
      () => {
        tick();
        wait();
      },
      MINUTE_MS - (hallNow() % MINUTE_MS),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
