// The century of a two-digit year.
import { expect, test } from 'vitest';
import { scannedBirth } from './scanned-birth.ts';

const NOW_AT = Date.UTC(2026, 10, 23, 12);

test.each([
  ['740812', '1974-08-12'],
  ['261123', '2026-11-23'],
  ['261124', '1926-11-24'],
  ['000229', '2000-02-29'],
  ['990229', null],
  ['740800', null],
  ['741301', null],
])('%s is %s', (digits, birth) => {
  expect(scannedBirth(digits, NOW_AT)).toBe(birth);
});
