// Characters to bytes, checked against the platform's own decoder, which shares nothing with our encoder.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, isGb2312, isInRom, printableText, SUBSTITUTE } from './charset.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const decoder = new TextDecoder('gb18030', { fatal: true });

describe('known codes', () => {
  it.each([
    ['排队号 A001', 'c5c5b6d3bac52041303031'],
    ['玥', 'ab68'],
    ['□', 'a1f5'],
    ['㑇', 'fe56'],
    ['€', 'a2e3'],
    ['𠀀', '95328236'],
  ])('GB18030 %s', (text, bytes) => {
    expect(printableText(text, 'gb18030')).toBe(text);
    expect(hex(encodeText(text, 'gb18030'))).toBe(bytes);
  });

  it('GBK has no four-byte codes and no euro pair: both become a square', () => {
    expect(printableText('张𠀀€玥', 'gbk')).toBe('张□□玥');
    expect(hex(encodeText('张□□玥', 'gbk'))).toBe('d5c5a1f5a1f5ab68');
  });
});

describe('what must not pass', () => {
  it.each([
    ['\u001b@', '□@'],
    ['\u0010\u0004\u0001', '□□□'],
    ['a\tb\r\nc', 'a b\nc'],
    ['张\uD842', '张□'],
    ['a\u200Bb\uFE0F', 'ab'],
    ['a\u00A0b', 'a b'],
    ['\uE5E5\uFFFD\u007f\u0085', '□□□□'],
  ])('%j', (text, printable) => {
    for (const charset of ['gb18030', 'gbk'] as const) expect(printableText(text, charset)).toBe(printable);
  });
});

describe('any text', () => {
  const anyText = fc.string({ unit: 'binary' });

  it.each(['gb18030', 'gbk'] as const)('comes back from %s bytes as it was shown printable', (charset) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printable = printableText(text, charset).replaceAll('\n', '');
        expect(decoder.decode(encodeText(printable, charset))).toBe(printable);
      }),
    );
  });

  it.each(['gb18030', 'gbk'] as const)('has no control byte in %s', (charset) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = encodeText(printableText(text, charset).replaceAll('\n', ''), charset);
        expect([...bytes].filter((byte) => byte < 0x20 || byte === 0x7f)).toEqual([]);
      }),
    );
  });

  it('keeps every character it can print and shows a square for every other', () => {
    const common = fc.constantFrom(...Array.from('政务服务大厅取号办理窗口社会保险A012（）：，。'));
    fc.assert(
      fc.property(fc.array(common), (characters) => {
        expect(printableText(characters.join(''), 'gbk')).toBe(characters.join(''));
      }),
    );
    expect(Array.from(printableText('👴🏻', 'gbk')).every((character) => character === SUBSTITUTE)).toBe(true);
  });
});

describe('what the ROM has', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code);

  it('GB 2312 is 682 signs and 6763 characters, as the standard counts them', () => {
    expect(codes.filter((code) => code < 0xb000 && isGb2312(code))).toHaveLength(682);
    expect(codes.filter((code) => code >= 0xb000 && isGb2312(code))).toHaveLength(6763);
  });

  it.each<[string, boolean, boolean, boolean]>([
    ['号', true, true, true],
    ['ⅲ', false, true, true],
    ['玥', false, true, true],
    ['镕', false, true, true],
    ['䶮', false, false, true],
    ['𠀀', false, false, true],
    ['ñ', false, false, false],
    ['😀', false, false, false],
    ['A', true, true, true],
  ])('%s: gb2312 %s, gbk %s, gb18030 %s', (character, gb2312, gbk, gb18030) => {
    const inRom = (['gb2312', 'gbk', 'gb18030'] as const).map((charset) => isInRom(character, charset));
    expect(inRom).toEqual([gb2312, gbk, gb18030]);
  });

  it('what can be drawn stays, what can be neither becomes a square, and controls are never drawn', () => {
    const draws = (character: string): boolean => character !== '😀';
    expect(printableText('张䶮😀\u0010', 'gbk', draws)).toBe('张䶮□□');
  });
});
