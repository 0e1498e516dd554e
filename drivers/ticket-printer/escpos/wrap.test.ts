// Wrapping at the real column width: exact edges first, then any text at any width.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, wrapText } from './wrap.ts';

describe('columns', () => {
  it('counts one for ASCII and two for everything else', () => {
    expect(columnsOf('A012')).toBe(4);
    expect(columnsOf('等候 Area')).toBe(9);
    expect(columnsOf('𠀀é')).toBe(4);
  });
});

describe('edges', () => {
  it.each([32, 48])('a mixed line of exactly %i columns stays whole, one more wraps', (columns) => {
    const full = '号'.repeat(columns / 2 - 2) + 'ab12';
    expect(columnsOf(full)).toBe(columns);
    expect(wrapText(full, columns)).toEqual([full]);
    expect(wrapText(`${full}号`, columns)).toEqual([full, '号']);
  });

  it.each([32, 48])('a two-column character never hangs over column %i', (columns) => {
    const odd = `x${'号'.repeat(columns / 2)}`;
    expect(wrapText(odd, columns)).toEqual([`x${'号'.repeat(columns / 2 - 1)}`, '号']);
  });

  it('breaks Latin text at spaces and drops the space', () => {
    expect(wrapText('Valid today. Missed? Ask at the desk.', 20)).toEqual(['Valid today. Missed?', 'Ask at the desk.']);
    expect(wrapText('one two', 5)).toEqual(['one', 'two']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrapText('ab https://hall.example', 8)).toEqual(['ab https', '://hall.', 'example']);
  });

  it('moves a closing mark down together with the character before it', () => {
    expect(wrapText('请到窗口办理，谢谢', 12)).toEqual(['请到窗口办', '理，谢谢']);
    expect(wrapText('号，', 2)).toEqual(['号', '，']);
  });

  it('keeps line breaks and empty lines', () => {
    expect(wrapText('上\n\n下', 10)).toEqual(['上', '', '下']);
    expect(wrapText('', 10)).toEqual(['']);
  });
});

it('no line is too wide and no character is lost, whatever the text and the width', () => {
  const unit = fc.constantFrom(...Array.from('号，。 ab-1é𠀀\n'), '排队', 'word ');
  fc.assert(
    fc.property(fc.array(unit), fc.integer({ min: 2, max: 48 }), (parts, columns) => {
      const text = parts.join('');
      const lines = wrapText(text, columns);
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
    }),
  );
});
