// Lit hours and brightness steps at their edges and over midnight.
import { expect, it } from 'vitest';
import { brightnessAt, isLitAt, minuteFrom } from './schedule.ts';

it.each([
  [450, 1110, 449, false],
  [450, 1110, 450, true],
  [450, 1110, 1109, true],
  [450, 1110, 1110, false],
  [1320, 360, 1319, false],
  [1320, 360, 1320, true],
  [1320, 360, 0, true],
  [1320, 360, 360, false],
])('lit from %i to %i, at %i: %s', (fromMinute, toMinute, minute, isLit) => {
  expect(isLitAt({ fromMinute, toMinute }, minute)).toBe(isLit);
});

it('the brightness of the newest step, before the first the last of yesterday, none without steps', () => {
  const steps = [
    { fromMinute: 1080, level: 4 },
    { fromMinute: 420, level: 12 },
  ];
  expect([0, 419, 420, 1079, 1080].map((minute) => brightnessAt(steps, minute))).toEqual([4, 4, 12, 12, 4]);
  expect(brightnessAt([], 0)).toBeNull();
});

it.each([
  ['07:30', 450],
  ['00:00', 0],
  ['23:59', 1439],
  ['24:00', null],
  ['7:30', null],
  [730, null],
])('%j is minute %s', (text, minute) => {
  expect(minuteFrom(text)).toBe(minute);
});
