// The four layouts from hand-typed blocks, padding, dates, numbers that disagree, and blocks of nonsense.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCardText } from './card-text.ts';
import { bytesOf, FOREIGNER_2017_BLOCK, FOREIGNER_2023_BLOCK, HK_BLOCK, RESIDENT_BLOCK } from './testing/golden.ts';

function changed(block: Uint8Array, at: number, hex: string): Uint8Array {
  const copy = Uint8Array.from(block);
  copy.set(bytesOf(hex), at);
  return copy;
}

test('resident, valid for ever', () => {
  expect(decodeCardText(RESIDENT_BLOCK)).toEqual({
    kind: 'resident',
    idNumber: '11010519491231002X',
    name: '张三',
    birth: '1949-12-31',
    validTo: 'longTerm',
    doubts: [],
  });
});

test('Hong Kong, Macao, Taiwan', () => {
  expect(decodeCardText(HK_BLOCK)).toEqual({
    kind: 'hkMacaoTaiwan',
    idNumber: '810000199001020014',
    name: '陈大文',
    birth: '1990-01-02',
    validTo: '2024-01-01',
    doubts: [],
  });
});

test('foreigner 2017: the English name where there is no Chinese one', () => {
  const card = {
    kind: 'foreigner2017',
    idNumber: 'ABC310023456789',
    name: 'ANNA BAO',
    birth: '1985-07-09',
    validTo: '2027-03-04',
    doubts: [],
  };
  expect(decodeCardText(FOREIGNER_2017_BLOCK)).toEqual(card);
  expect(decodeCardText(changed(FOREIGNER_2017_BLOCK, 158, '4E67'))).toEqual({ ...card, name: '李' });
});

test('foreigner 2023: the English name runs on in a second field', () => {
  expect(decodeCardText(FOREIGNER_2023_BLOCK)).toEqual({
    kind: 'foreigner2023',
    idNumber: '911250197711010013',
    name: 'A'.repeat(35) + 'B'.repeat(11),
    birth: '1977-11-01',
    validTo: '2033-11-30',
    doubts: [],
  });
});

test.each([
  ['NUL', '0000'],
  ['ideographic space', '0030'],
  ['space', '2000'],
])('a type flag and padding of %s are blank', (_name, padding) => {
  const block = changed(changed(RESIDENT_BLOCK, 248, padding), 4, padding.repeat(13));
  expect(decodeCardText(block)).toMatchObject({ kind: 'resident', name: '张三' });
});

test('a full name of 15 characters and inner spaces stay whole', () => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, 0, '4100'.repeat(14) + '5A00'))).toMatchObject({
    name: 'AAAAAAAAAAAAAAZ',
  });
  expect(decodeCardText(changed(RESIDENT_BLOCK, 0, '4100 2000 0030 4200'))).toMatchObject({ name: 'A \u3000B' });
});

test('a lower-case x becomes X', () => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, 156, '7800'))).toMatchObject({
    idNumber: '11010519491231002X',
    doubts: [],
  });
});

test.each([
  ['check character', 156, '3100', ['checkCharacter']],
  ['birth', 50, '3000', ['birth']],
  ['sex', 30, '3100', ['sex']],
])('a card whose %s disagrees is read and doubted', (_name, at, hex, doubts) => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, at, hex))).toMatchObject({ doubts });
});

test.each(['3000', '3900', '3500', 'FFFF', '0000'])('the sex code %s says nothing', (hex) => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, 30, hex))).toMatchObject({ doubts: [] });
});

test.each(['3900 3900', '4100 4200', 'FFFF 00D8'])('the nation code %s does not matter', (hex) => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, 32, hex))).toEqual(decodeCardText(RESIDENT_BLOCK));
});

test.each([
  ['month 13', '3100 3900 3900 3900 3100 3300 3000 3100'],
  ['30 February', '3100 3900 3900 3900 3000 3200 3300 3000'],
  ['blank', '2000'.repeat(8)],
])('a date of %s is null', (_name, hex) => {
  expect(decodeCardText(changed(RESIDENT_BLOCK, 36, hex))).toMatchObject({ birth: null, doubts: [] });
  expect(decodeCardText(changed(RESIDENT_BLOCK, 204, hex))).toMatchObject({ validTo: null });
});

test.each([
  ['an unknown type flag', changed(RESIDENT_BLOCK, 248, '5A00')],
  ['a blank number', changed(RESIDENT_BLOCK, 122, '2000'.repeat(18))],
  ['a number that is none', changed(RESIDENT_BLOCK, 122, '205F')],
  ['a short block', RESIDENT_BLOCK.subarray(0, 255)],
])('a card with %s is not known', (_name, block) => {
  expect(decodeCardText(block)).toBeNull();
});

test('never throws, whatever the block holds', () => {
  const noise = fc.uint8Array({ minLength: 0, maxLength: 300 });
  const patched = fc
    .tuple(
      fc.constantFrom(RESIDENT_BLOCK, HK_BLOCK, FOREIGNER_2017_BLOCK, FOREIGNER_2023_BLOCK),
      fc.nat(255),
      fc.uint8Array(),
    )
    .map(([block, at, bytes]) => {
      const copy = Uint8Array.from(block);
      copy.set(bytes.subarray(0, 256 - at), at);
      return copy;
    });
  fc.assert(
    fc.property(fc.oneof(noise, patched), (block) => {
      const card = decodeCardText(block);
      if (card !== null) expect(card.idNumber).toMatch(/^[0-9A-Z]{1,18}$/);
      expect(card?.name.isWellFormed() ?? true).toBe(true);
    }),
  );
});
