// The hall's calendar: which business day an instant belongs to, when it ends, and when numbers are issued in it.
import { WEEKDAYS } from '@jiaohao/contracts/hall-config';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Today } from './engine/decision.ts';
import { present } from './engine/invariant.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Today in the hall's own time zone; exact on days on which the zone's clock changes. */
export function todayAt(config: HallConfig, now: number): Today {
  const { timeZone } = config.hall;
  const businessDay = localDay(timeZone, now);
  const startsAt = instantOf(timeZone, businessDay, 0);
  const nextDayAt = instantOf(timeZone, localDay(timeZone, startsAt + DAY_MS + DAY_MS / 2), 0);
  const hours = config.hours[weekdayOf(businessDay)];
  return {
    businessDay,
    startsAt,
    nextDayAt,
    ticketing: hours.map(({ opens, closes }) => ({
      opensAt: instantOf(timeZone, businessDay, minutesOf(opens)),
      closesAt: closes === '24:00' ? nextDayAt : instantOf(timeZone, businessDay, minutesOf(closes)),
    })),
  };
}

/** Whole years between a birth date and a business day, both YYYY-MM-DD. */
export function ageYearsOn(businessDay: string, birth: string): number {
  const years = Number(businessDay.slice(0, 4)) - Number(birth.slice(0, 4));
  return businessDay.slice(5) < birth.slice(5) ? years - 1 : years;
}

function weekdayOf(businessDay: string) {
  const sundayFirst = new Date(`${businessDay}T00:00:00Z`).getUTCDay();
  return present(WEEKDAYS[(sundayFirst + 6) % 7], 'weekday');
}

function minutesOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5));
}

/** The instant at which the zone's clock shows this day and minute: guess as if UTC, then correct by the zone's offset, twice. */
function instantOf(timeZone: string, businessDay: string, minutes: number): number {
  const asUtc = Date.parse(`${businessDay}T00:00:00Z`) + minutes * MINUTE_MS;
  const guess = asUtc - offsetMs(timeZone, asUtc);
  return asUtc - offsetMs(timeZone, guess);
}

function offsetMs(timeZone: string, at: number): number {
  const { year, month, day, hour, minute, second } = localParts(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function localDay(timeZone: string, at: number): string {
  const { year, month, day } = localParts(timeZone, at);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(timeZone: string, at: number) {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => present(parts.get(type), type);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
