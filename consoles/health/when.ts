// When something was, as short as it can be said: the time of today, the date of another day.
import { hallClock } from '@jiaohao/look/clock';
import { TEXTS } from './texts.ts';

/** `at` and `now` epoch ms. 10:42, or 11月23日 10:42. */
export function whenWords(at: number, now: number, timeZone: string): string {
  const then = hallClock(at, timeZone);
  if (then.dateZh === hallClock(now, timeZone).dateZh) return then.time;
  return `${TEXTS.day(then).first} ${then.time}`;
}
