// Proves the hall's clock against instants whose local time is known, in zones far from the test machine's.
import { describe, expect, it } from 'vitest';
import { hallClock } from './clock.tsx';

describe('hallClock', () => {
  it('says date, weekday and 24-hour time of the hall', () => {
    expect(hallClock(Date.UTC(2026, 10, 23, 2, 42, 59), 'Asia/Shanghai')).toEqual({
      dateZh: '11月23日 星期一',
      dateEn: 'Mon 23 Nov',
      time: '10:42',
    });
  });

  it('says 00:05 after midnight, never 24:05', () => {
    expect(hallClock(Date.UTC(2026, 10, 21, 16, 5), 'Asia/Shanghai')).toEqual({
      dateZh: '11月22日 星期日',
      dateEn: 'Sun 22 Nov',
      time: '00:05',
    });
  });

  it('follows another zone', () => {
    expect(hallClock(Date.UTC(2026, 0, 1, 0, 0), 'America/New_York')).toEqual({
      dateZh: '12月31日 星期三',
      dateEn: 'Wed 31 Dec',
      time: '19:00',
    });
  });

  it('goes on with the machine zone where the browser does not know the name', () => {
    expect(hallClock(0, 'Asia/Nowhere').time).toMatch(/^\d\d:\d\d$/);
  });
});
