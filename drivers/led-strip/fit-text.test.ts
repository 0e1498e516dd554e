// Room on a strip: the best wording that fits, never a character lost, never a page too wide.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centredBySpaces, columnsOf, fitPages } from './fit-text.ts';

/** 128 dots in a font of 16. */
const COLUMNS = 16;
const call = (no: string, win: string): string[][] => [
  [`请${no}到${win}号窗口`],
  [`${no}到${win}号窗口`],
  [`请${no}`, `到${win}号窗口`],
];

describe('a call on 8 hanzi', () => {
  it.each([
    ['A012', '5', ['请A012到5号窗口']],
    ['A012', '15', ['请A012到15号窗口']],
    ['AB012', '15', ['AB012到15号窗口']],
    ['A0123', '105', ['A0123到105号窗口']],
    ['K12-A012', '105', ['请K12-A012', '到105号窗口']],
  ])('%s at %s', (no, win, pages) => {
    expect(fitPages(call(no, win), COLUMNS)).toEqual(pages);
  });

  it('on 4 hanzi the pages are broken at the edge', () => {
    expect(fitPages(call('A012', '5'), 8)).toEqual(['请A012', '到5号窗', '口']);
  });
});

it('spaces put a text into the middle, half a hanzi at a time', () => {
  expect(centredBySpaces('暂停服务', COLUMNS)).toBe('    暂停服务');
  expect(centredBySpaces('5号窗口 空闲', COLUMNS)).toBe('  5号窗口 空闲');
  expect(centredBySpaces('请A012到15号窗口', COLUMNS)).toBe('请A012到15号窗口');
});

describe('any text', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('请', '到', 'A', '1', ' ', '-', '𠀀') }), {
    minLength: 1,
    maxLength: 3,
  });

  it('is on pages that fit and loses nothing but spaces', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (pages, columns) => {
        const fitted = fitPages([pages], columns);
        for (const page of fitted) expect(columnsOf(page)).toBeLessThanOrEqual(columns);
        expect(fitted.join('').replaceAll(' ', '')).toBe(pages.join('').replaceAll(' ', ''));
      }),
    );
  });
});
