// Machine-readable zones printed in ICAO Doc 9303 itself (the invented Anna Maria Eriksson of Utopia), whole and damaged.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, mrzLineCount, readMrz } from './mrz.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

const ANNA = { issuer: 'UTO', name: 'ERIKSSON ANNA MARIA', birthDigits: '740812' };
const PASSPORT = { format: 'TD3', documentNumber: 'L898902C3', ...ANNA };
const CARD = { format: 'TD1', documentNumber: 'D23145890', ...ANNA };

test('the passport and the card of the standard: whose they are and nothing else', () => {
  expect(readMrz(TD3)).toEqual(PASSPORT);
  expect(readMrz(TD1)).toEqual(CARD);
  expect(readMrz([TD3.join('')])).toEqual(PASSPORT);
  expect(readMrz([TD1.join('')])).toEqual(CARD);
});

test('an issuer of one letter; a birth of which a part is not known; an issuer that is none', () => {
  const second = (birth: string): string => {
    const start = `L898902C36UTO${birth}${checkDigitOf(birth)}F1204159ZE184226B<<<<<1`;
    return start + String(checkDigitOf(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43)));
  };
  const german = 'P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
  expect(readMrz([german, second('740812')])).toEqual({ ...PASSPORT, issuer: 'D' });
  expect(readMrz([TD3[0] ?? '', second('74<<<<')])).toEqual({ ...PASSPORT, birthDigits: null });
  expect(readMrz([german.replace('D<<', '1<<'), second('740812')])).toBe('checkDigit');
});

test.each([
  ['520727', 3],
  ['AB2134<<<', 5],
  ['D23145890734', 9],
])('the check digit of the worked example %s is %i', (text, digit) => {
  expect(checkDigitOf(text)).toBe(digit);
});

test('a number too long for its field goes on in the optional data', () => {
  const first = 'I<UTOD23145890<7349<<<<<<<<<<<';
  const second = '3407127M9507122UTO<<<<<<<<<<<2';
  expect(readMrz([first, second, 'STEVENSON<<PETER<JOHN<<<<<<<<<'])).toEqual({
    ...CARD,
    ...{ documentNumber: 'D23145890734', name: 'STEVENSON PETER JOHN', birthDigits: '340712' },
  });
});

test('a passport without a personal number: its check digit is 0 or a filler', () => {
  const line = (digit: string): string => {
    const start = `L898902C36UTO7408122F1204159<<<<<<<<<<<<<<${digit}`;
    return start + String(checkDigitOf(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43)));
  };
  for (const digit of ['0', '<']) {
    expect(readMrz([TD3[0] ?? '', line(digit)])).toEqual(PASSPORT);
  }
});

/** The next of its kind; two characters whose values differ by ten look alike to any check digit of this sort. */
function neighbour(character: string): string {
  if (character === '<') return '1';
  if (character === '9') return '8';
  if (character === 'Z') return 'Y';
  return String.fromCharCode(character.charCodeAt(0) + 1);
}

test('one character read wrong anywhere under a check digit is noticed', () => {
  const second = TD3[1] ?? '';
  const checked = Array.from(second).flatMap((_, index) =>
    (index >= 10 && index <= 12) || index === 20 ? [] : [index],
  );
  for (const at of checked) {
    const wrong = neighbour(second[at] ?? '');
    expect(readMrz([TD3[0] ?? '', second.slice(0, at) + wrong + second.slice(at + 1)]), `at ${at}`).toBe('checkDigit');
  }
});

test('what is no zone is none', () => {
  expect(readMrz(['A012'])).toBeNull();
  expect(readMrz([TD3[0] ?? ''])).toBeNull();
  expect(readMrz([TD3[0] ?? '', (TD3[1] ?? '').toLowerCase()])).toBeNull();
  expect(readMrz([TD1[0] ?? '', TD1[1] ?? ''])).toBeNull();
  expect(
    [TD3[0], TD1[0], 'I12345678901234567890123456789', 'A012', ''].map((line) => mrzLineCount(line ?? '')),
  ).toEqual([2, 3, 1, 1, 1]);
});

test('any lines give a verdict, never an error', () => {
  const line = fc.oneof(fc.string(), fc.stringMatching(/^P[A-Z0-9<]{43}$/), fc.stringMatching(/^[ACI][A-Z0-9<]{29}$/));
  fc.assert(fc.property(fc.array(line, { maxLength: 4 }), (lines) => void readMrz(lines)));
});
