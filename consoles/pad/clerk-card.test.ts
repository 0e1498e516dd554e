// Long names and long lists of services on the clerk card: smaller, then counted, never cut in the middle of a word.
import { expect, it } from 'vitest';
import { nameClass, servicesShown } from './clerk-card.ts';

it('gives a long name smaller letters', () => {
  expect(['李文静', '阿卜杜拉·买买提', '很长的名字'.repeat(6)].map(nameClass)).toEqual(['large', 'middle', 'small']);
  expect(nameClass('𠮷𠮷𠮷')).toBe('large');
});

it('names services whole, as many as fit, and counts them all where some do not', () => {
  expect(servicesShown(['社会保险'])).toEqual({ text: '社会保险', isLong: false });
  expect(servicesShown(['社会保险', '医疗保障', '住房公积金'])).toEqual({
    text: '社会保险、医疗保障、住房公积金',
    isLong: true,
  });
  const mortgage = '不动产抵押权首次登记（含预告登记）';
  expect(servicesShown(Array.from({ length: 9 }, () => mortgage)).text).toBe(`${mortgage}、${mortgage} 等 9 项`);
  expect(servicesShown(['长'.repeat(60), '短']).text).toBe(`${'长'.repeat(60)} 等 2 项`);
  expect(servicesShown([]).text).toBe('');
});
