// Golden tickets in hex: typed from the makers' tables and from what public libraries send, read by two readers that share nothing,
// and written by our codec byte for byte.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintLine } from '../contract.ts';
import { isTextInRom, printableText } from './charset.ts';
import { encodeTicket } from './codec.ts';
import { PAPER_DEFAULTS, type PaperSettings } from './paper-settings.ts';
import { renderPaper } from './render-paper.ts';
import { tokensOf, textOfTokens } from './testing/independent-tokenizer.ts';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const BEGIN = '1b40 1c26 1c530000';
const BEGIN_TOKENS = ['initialise', 'chinese on', 'chinese space 0 0'];

interface Golden {
  readonly name: string;
  readonly hex: string;
  readonly tokens: readonly string[];
  readonly lines: readonly PrintLine[];
  readonly paper?: Partial<PaperSettings>;
}

const GOLDEN: readonly Golden[] = [
  {
    name: 'a number, threefold and bold, and its hall',
    hex: `${BEGIN} 1b6101 1b4501 b0b2 bacd cad0 0a 1c210c 1d2122 4130 3132 0a 1b6100 1b4500 1c2100 1d2100 1d564200`,
    tokens: [
      ...BEGIN_TOKENS,
      ...[
        'align centre',
        'bold on',
        'text 安和市',
        'line feed',
        'chinese size 2x2',
        'size 3x3',
        'text A012',
        'line feed',
      ],
      ...['align left', 'bold off', 'chinese size 1x1', 'size 1x1', 'feed 0 and cut partial'],
    ],
    lines: [
      { type: 'text', text: '安和市', align: 'centre', bold: true },
      { type: 'text', text: 'A012', align: 'centre', bold: true, width: 3, height: 3 },
    ],
  },
  {
    name: 'a four-byte character of GB18030',
    hex: `${BEGIN} 95328236 fe9f 0a 1d564200`,
    tokens: [...BEGIN_TOKENS, 'text 𠀀䶮', 'line feed', 'feed 0 and cut partial'],
    lines: [{ type: 'text', text: '𠀀䶮' }],
  },
  {
    name: 'CODE 128 with its text, then blank paper',
    hex: `${BEGIN} 1b6101 1d4802 1d6600 1d7702 1d6850 1d6b49 06 7b42 41303132 1b4a10 1b6100 1d564200`,
    tokens: [
      ...BEGIN_TOKENS,
      ...['align centre', 'barcode text below', 'barcode font 0', 'barcode module 2', 'barcode height 80'],
      ...['barcode 128 {BA012', 'feed dots 16', 'align left', 'feed 0 and cut partial'],
    ],
    lines: [
      { type: 'barcode', data: 'A012' },
      { type: 'spacer', dots: 16 },
    ],
  },
  {
    name: 'QR of a printer that makes it',
    hex: `${BEGIN} 1b6101 1b4a18 1d286b040031413200 1d286b0300314306 1d286b0300314531 1d286b0500315030 4142 1d286b0300315130 1b4a18 1b6100 1d564200`,
    tokens: [
      ...BEGIN_TOKENS,
      ...['align centre', 'feed dots 24', 'qr model 2', 'qr module 6', 'qr level M', 'qr data AB', 'qr print'],
      ...['feed dots 24', 'align left', 'feed 0 and cut partial'],
    ],
    lines: [{ type: 'qr', data: 'AB' }],
  },
  {
    name: 'status blocks asked for, a stored logo, a full cut behind 40 dots, pushed out, two beeps',
    hex: `${BEGIN} 1d610f 1b6101 1c700100 1b6100 1d564128 1d650305 1b420202`,
    tokens: [
      ...BEGIN_TOKENS,
      ...['status blocks 1111', 'align centre', 'stored picture 1 mode 0', 'align left', 'feed 40 and cut full'],
      ...['present 5 steps', 'beep 2 times 2'],
    ],
    lines: [{ type: 'logo' }],
    paper: {
      ...{ statusBlocks: 'asked', logoSlot: 1, cut: 'full', cutFeedDots: 40 },
      ...{ presenter: 'gsE', presenterSteps: 5, buzzer: 'escB', buzzerCount: 2 },
    },
  },
  {
    name: 'the cuts that do not feed, and the other buzzer',
    hex: `${BEGIN} 1b6405 1d5601 1b28410400 30 01 01 02`,
    tokens: [...BEGIN_TOKENS, 'feed lines 5', 'cut partial', 'buzzer sound 1, 1 times 2'],
    lines: [],
    paper: { cut: 'plainPartial', buzzer: 'epson' },
  },
];

describe.each(GOLDEN)('$name', ({ hex, tokens, lines, paper = {} }) => {
  const settings = { ...PAPER_DEFAULTS, ...paper };

  it('is read as it was meant', () => {
    expect(tokensOf(bytesOf(hex))).toEqual(tokens);
  });

  it('is what the codec sends', () => {
    expect(hexOf(encodeTicket(lines, settings))).toBe(hexOf(bytesOf(hex)));
  });
});

it('what a public library sends for a Chinese ticket is read by both readers', () => {
  // receiptline: code page 0, Chinese on, GB18030 text, feed and partial cut, fence.
  const bytes = bytesOf('1b7400 1c26 c5c5b6d3bac520 41303031 0a 1d564200 1d7231');
  expect(tokensOf(bytes)).toEqual([
    'code page 0',
    'chinese on',
    'text 排队号 A001',
    'line feed',
    'feed 0 and cut partial',
    'fence',
  ]);
  expect(renderPaper(bytes, PAPER_DEFAULTS).lines).toEqual(['排队号 A001']);
});

it('a QR symbol drawn for a printer that cannot make one: the dots of the finder are where they belong', () => {
  const paper: PaperSettings = { ...PAPER_DEFAULTS, qr: 'raster', widthDots: 384 };
  const [picture] = tokensOf(encodeTicket([{ type: 'qr', data: 'AB', moduleDots: 8, align: 'left' }], paper)).filter(
    (token) => token.startsWith('raster'),
  );
  // 21 modules of 8 dots, in strips of 24 rows.
  expect(picture).toMatch(/^raster 168x24 /);
  const dots = Buffer.from(picture?.split(' ')[2] ?? '', 'base64');
  expect([...dots.subarray(0, 21)].map((byte) => (byte === 0xff ? '#' : '.')).join('')).toMatch(
    /^#{7}\.[.#]{5}\.#{7}$/,
  );
  expect([...dots.subarray(21 * 8, 21 * 8 + 8)].map((byte) => (byte === 0xff ? '#' : '.')).join('')).toBe('#.....#.');
});

describe('any ticket', () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('政务大厅号A0 12-，。㑇𠀀玥é')),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  });
  const line: fc.Arbitrary<PrintLine> = fc.oneof(
    fc.record({
      type: fc.constant('text' as const),
      text: texts,
      bold: fc.boolean(),
      width: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({ type: fc.constant('pair' as const), label: texts, value: texts }),
    fc.record({ type: fc.constant('barcode' as const), data: fc.stringMatching(/^[ -~]{1,12}$/) }),
    fc.record({ type: fc.constant('qr' as const), data: fc.stringMatching(/^[ -~号]{1,60}$/) }),
    fc.record({ type: fc.constant('spacer' as const), dots: fc.integer({ min: 0, max: 255 }) }),
    fc.constant({ type: 'rule' } as const),
  );

  it('says to the independent reader what was meant, in every character set', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('gb18030', 'gbk', 'gb2312'), (lines, charset) => {
        const tokens = tokensOf(encodeTicket(lines, { ...PAPER_DEFAULTS, charset }));
        const meant = lines.flatMap((one) => {
          if (one.type === 'text') return [one.text];
          if (one.type === 'rule') return ['-'.repeat(48)];
          return one.type === 'pair' ? [one.label, one.value] : [];
        });
        const printable = meant.map((text) => printableText(text, charset)).join('');
        expect(isTextInRom(printable.replaceAll('\n', ''), charset)).toBe(true);
        expect(textOfTokens(tokens).replaceAll(' ', '')).toBe(printable.replaceAll(/[ \n]/g, ''));
        const symbols = lines.flatMap((one) => (one.type === 'qr' ? [`qr data ${one.data}`] : []));
        expect(tokens.filter((token) => token.startsWith('qr data '))).toEqual(symbols);
      }),
    );
  });
});
