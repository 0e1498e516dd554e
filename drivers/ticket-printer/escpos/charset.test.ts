// Characters to bytes, checked against the platform's own decoder, which shares nothing with our encoder.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, printableText, SUBSTITUTE } from './charset.ts';

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
