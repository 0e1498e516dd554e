// What an installer may show around does not tell whose card it was, however short or long its fields are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WholeCard } from '../id-card-reader/sdt/whole-card.ts';
import { nationCodeOf, sexCodeOf } from './card-codes.ts';
import { maskedCard } from './masked-card.ts';

const CARD: WholeCard = {
  kind: 'hkMacaoTaiwan',
  name: '欧阳测试',
  sex: '女',
  nation: null,
  birth: '1990-01-01',
  address: '测试省测试市测试路1号',
  idNumber: '810000199001010021',
  issuer: '测试市公安局',
  validFrom: '2020-01-01',
  validTo: '2025-01-01',
  englishName: 'DEMO, ALPHA',
  nationality: 'UTO',
  passNumber: 'H12345678',
  issueCount: '01',
  doubts: [],
};

it('keeps the beginning of a name, the region and the last four of a number, the year of a birth', () => {
  expect(maskedCard(CARD)).toMatchObject({
    name: '欧***',
    englishName: 'D**********',
    birth: '1990-**-**',
    address: '测试省********',
    idNumber: '810000********0021',
    passNumber: 'H******78',
    issuer: '测试市公安局',
  });
  expect(maskedCard({ ...CARD, idNumber: 'UTO990185030701' }).idNumber).toBe('UTO**********01');
});

it('never shows a whole name, address or number', () => {
  const field = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('*'));
  fc.assert(
    fc.property(field, field, field, (name, address, idNumber) => {
      const masked = maskedCard({ ...CARD, name, address, idNumber });
      expect(masked.name).not.toBe(name);
      expect(masked.address).not.toBe(address);
      expect(masked.idNumber).not.toBe(idNumber);
    }),
  );
});

it('takes sex and nation as people write them', () => {
  expect(['汉', '汉族', '01', '基诺', '其他', '火星'].map(nationCodeOf)).toEqual(['01', '01', '01', '56', '97', null]);
  expect(['男', '女', '2', 'male', '9', 'x'].map(sexCodeOf)).toEqual(['1', '2', '2', '1', '9', null]);
});
