// Typed ID numbers: the standard's own examples stand, and any one wrong or swapped key is told.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedIdNumberMistake } from './typed-id-number.ts';

const TODAY = '2026-11-22';

/** GB 11643-1999, annex A. */
const OF_THE_STANDARD = ['11010519491231002X', '440524188001010014'] as const;

test('the examples of the standard: one stands, the other is of somebody born in 1880', () => {
  expect(OF_THE_STANDARD.map((number) => typedIdNumberMistake(number, TODAY))).toEqual([null, 'birth']);
});

test.each([
  ['', 'length'],
  ['11010519491231002', 'length'],
  ['11010519491231002x', 'length'],
  ['11010519491231002XX', 'length'],
  ['1101051949123100X2', 'length'],
  ['130503670401001', 'length'],
  ['110105194913310024', 'birth'],
  ['110105202302290025', 'birth'],
  ['110105202611230027', 'birth'],
  ['110105194912310021', 'checkDigit'],
] as const)('%s: %s', (number, mistake) => {
  expect(typedIdNumberMistake(number, TODAY)).toBe(mistake);
});

test('a birth today is possible, tomorrow it is not', () => {
  expect(typedIdNumberMistake('110105202611220000', TODAY)).not.toBe('birth');
  expect(typedIdNumberMistake('110105202611220000', '2026-11-21')).toBe('birth');
});

test('any one wrong digit, and any two neighbours swapped, are noticed', () => {
  const [right] = OF_THE_STANDARD;
  fc.assert(
    fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const digit = (Number(right[place]) + more) % 10;
      const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
      expect(typedIdNumberMistake(wrong, TODAY)).not.toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.nat(15), (place) => {
      const [one, two] = [right[place] ?? '', right[place + 1] ?? ''];
      fc.pre(one !== two);
      const swapped = `${right.slice(0, place)}${two}${one}${right.slice(place + 2)}`;
      expect(typedIdNumberMistake(swapped, TODAY)).not.toBeNull();
    }),
  );
});
