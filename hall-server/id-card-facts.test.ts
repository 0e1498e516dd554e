// What an ID number gives, by the worked examples of GB 11643-1999, and names as staff may see them.
import { describe, expect, it } from 'vitest';
import { cardFacts } from './id-card-facts.ts';
import { maskedName } from './masked-name.ts';

describe('an ID number', () => {
  it('gives the birth date inside 18 digits', () => {
    expect(cardFacts('11010519491231002x', undefined)).toEqual({ idNumber: '11010519491231002X', birth: '1949-12-31' });
    expect(cardFacts('440524188001010014', undefined)?.birth).toBe('1880-01-01');
  });

  it('believes the card before the digits', () => {
    expect(cardFacts('11010519491231002X', '1950-01-01')?.birth).toBe('1950-01-01');
  });

  it('takes permits without a birth date inside', () => {
    expect(cardFacts('CHN110080010101', undefined)).toEqual({ idNumber: 'CHN110080010101', birth: null });
  });

  it.each(['110105194913310021', '11010519490230002X', 'A1010519491231002X', '1234', '११०१०५', 'DROP TABLE person'])(
    'refuses %s',
    (text) => expect(cardFacts(text, undefined)).toBeNull(),
  );
});

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张**'],
    ['欧阳修', '欧阳*'],
    ['欧阳', '欧*'],
    ['Anna', 'A***'],
    ['张', '张*'],
  ])('%s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown));
});
