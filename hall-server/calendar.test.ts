// The hall's calendar against instants known from elsewhere, also on days on which the zone's clock changes.
import { describe, expect, it } from 'vitest';
import { ageYearsOn, todayAt } from './calendar.ts';
import { smallHall } from './testing/testing-hall.ts';

const HOUR_MS = 3_600_000;
const inZone = (timeZone: string, hours: object) => {
  const base = smallHall();
  return { ...base, hall: { ...base.hall, timeZone }, hours: { ...base.hours, ...hours } };
};

describe('the business day', () => {
  it('is the calendar day of the hall, not of the machine', () => {
    const shanghai = inZone('Asia/Shanghai', {});
    expect(todayAt(shanghai, Date.parse('2026-11-22T15:59:59Z')).businessDay).toBe('2026-11-22');
    const monday = todayAt(shanghai, Date.parse('2026-11-22T16:00:00Z'));
    expect(monday).toMatchObject({
      businessDay: '2026-11-23',
      startsAt: Date.parse('2026-11-22T16:00:00Z'),
      nextDayAt: Date.parse('2026-11-23T16:00:00Z'),
    });
    expect(monday.ticketing).toEqual([
      { opensAt: Date.parse('2026-11-23T00:30:00Z'), closesAt: Date.parse('2026-11-23T09:30:00Z') },
    ]);
  });

  it('has 23 or 25 hours when the clock changes, and opens at the clock time all the same', () => {
    const warsaw = inZone('Europe/Warsaw', { sunday: [{ opens: '08:00', closes: '24:00' }] });
    const spring = todayAt(warsaw, Date.parse('2026-03-29T10:00:00Z'));
    expect(spring.nextDayAt - spring.startsAt).toBe(23 * HOUR_MS);
    expect(spring.ticketing).toEqual([{ opensAt: Date.parse('2026-03-29T06:00:00Z'), closesAt: spring.nextDayAt }]);
    const autumn = todayAt(warsaw, Date.parse('2026-10-25T10:00:00Z'));
    expect(autumn.nextDayAt - autumn.startsAt).toBe(25 * HOUR_MS);
  });
});

describe('age', () => {
  it.each([
    ['2026-11-22', '1966-11-22', 60],
    ['2026-11-22', '1966-11-23', 59],
    ['2026-02-28', '1964-02-29', 61],
    ['2026-03-01', '1964-02-29', 62],
  ])('on %s of somebody born %s is %i', (day, birth, years) => expect(ageYearsOn(day, birth)).toBe(years));
});
