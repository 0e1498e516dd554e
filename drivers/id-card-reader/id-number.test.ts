// The check character by the worked examples of GB 11643 and by the property that makes it worth having.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasRightCheckCharacter, idNumberDoubts } from './id-number.ts';

test.each(['11010519491231002X', '440524188001010014'])('%s is an example of the standard', (idNumber) => {
  expect(hasRightCheckCharacter(idNumber)).toBe(true);
});

test.each(['', '11010519491231002', '11010519491231002x', '1101051949123100200', 'ABCDEFGHIJKLMNOPQR'])(
  '"%s" has no right check character',
  (idNumber) => {
    expect(hasRightCheckCharacter(idNumber)).toBe(false);
  },
);

test('one wrong digit is always seen', () => {
  fc.assert(
    fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digits = Array.from('440524188001010014');
      digits[at] = String((Number(digits[at]) + shift) % 10);
      expect(hasRightCheckCharacter(digits.join(''))).toBe(false);
    }),
  );
});

test('all three doubts at once; none for the number without a check character', () => {
  const facts = { idNumber: '440524188001010015', birth: '1990-01-01', sexCode: '2' };
  expect(idNumberDoubts({ ...facts, kind: 'resident' })).toEqual(['checkCharacter', 'birth', 'sex']);
  expect(idNumberDoubts({ ...facts, kind: 'foreigner2023' })).toEqual(['checkCharacter']);
  expect(idNumberDoubts({ ...facts, kind: 'foreigner2017', idNumber: 'ABC310023456789' })).toEqual([]);
});
