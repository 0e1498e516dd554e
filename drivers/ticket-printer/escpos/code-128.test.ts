// CODE 128 by the properties that the standard gives its patterns, and by a check character worked out by hand.
import { expect, it } from 'vitest';
import { code128Modules, code128Widths, isCode128Text } from './code-128.ts';

it('PJJ123C in code set B: start, seven characters, check 55, stop', () => {
  // 104 + 48x1 + 42x2 + 42x3 + 17x4 + 18x5 + 19x6 + 35x7 = 879 = 8 x 103 + 55, and 55 is the "W" of code set B.
  const widths = code128Widths('PJJ123C').join('');
  expect(widths.startsWith('211214')).toBe(true);
  expect(widths.endsWith(`${code128Widths('W').slice(6, 12).join('')}2331112`)).toBe(true);
});

it('every pattern is eleven modules of three bars and three spaces, bars even, and no two are alike', () => {
  const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));
  const patterns = all.map((character) => code128Widths(character).slice(6, 12));
  for (const widths of patterns) {
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11);
    const bars = (widths[0] ?? 0) + (widths[2] ?? 0) + (widths[4] ?? 0);
    expect(bars % 2).toBe(0);
    expect(widths.every((width) => width >= 1 && width <= 4)).toBe(true);
  }
  expect(new Set(patterns.map((widths) => widths.join(''))).size).toBe(95);
});

it('a symbol is as wide as it is said to be', () => {
  for (const data of ['A', 'A012', 'K1-A0123', 'x'.repeat(40)]) {
    expect(code128Widths(data).reduce((sum, width) => sum + width, 0)).toBe(code128Modules(data.length));
  }
});

it('takes printable ASCII alone', () => {
  expect(['A1~ ', '', '号', 'a\n', '\u007f'].map(isCode128Text)).toEqual([true, false, false, false, false]);
});
