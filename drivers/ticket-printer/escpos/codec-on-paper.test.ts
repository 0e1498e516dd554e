// Our bytes read by the simulated printer, which has its own tables, and by the platform's decoder: what was meant is on the paper.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintLine } from '../contract.ts';
import { printableText } from './charset.ts';
import { encodeTicket } from './codec.ts';
import type { PaperElement } from './paper.ts';
import { PAPER_DEFAULTS, type PaperSettings } from './paper-settings.ts';
import { PaperHead } from './paper-head.ts';
import { takeToken } from './paper-tokens.ts';

interface Printed {
  readonly elements: readonly PaperElement[];
  readonly lineFeedCount: number;
}

function printOn(paper: PaperSettings, lines: readonly PrintLine[]): Printed {
  const head = new PaperHead(paper.widthDots);
  let bytes = encodeTicket(lines, paper);
  let lineFeedCount = 0;
  while (bytes.length > 0) {
    const taken = takeToken(bytes, { isChinese: head.isChinese, hasFourByteCodes: paper.charset === 'gb18030' });
    if (taken === null) throw new Error('the ticket ends inside a command');
    if (taken.token.type === 'lineFeed') lineFeedCount += 1;
    head.execute(taken.token);
    bytes = bytes.subarray(taken.length);
  }
  return { elements: head.elements, lineFeedCount };
}

const printedLines = ({ elements }: Printed): (PaperElement & { type: 'line' })[] =>
  elements.filter((element) => element.type === 'line');
const textOf = (line: PaperElement & { type: 'line' }): string => line.runs.map((run) => run.text).join('');
const dotsOf = (line: PaperElement & { type: 'line' }): number =>
  line.runs.reduce((sum, run) => {
    for (const character of run.text) sum += (character < '\u0080' ? 12 : 24) * run.width;
    return sum;
  }, 0);

const WIDE: PaperSettings = PAPER_DEFAULTS;

describe('a whole ticket', () => {
  it('is on the paper as it was meant', () => {
    const printed = printOn(WIDE, [
      { type: 'text', text: '安和市政务服务大厅', align: 'centre', bold: true, height: 2, width: 2 },
      { type: 'text', text: 'A012', align: 'centre', bold: true, width: 6, height: 6 },
      { type: 'rule' },
      { type: 'pair', label: '预计时间 Estimate', value: '约 12 分钟', bold: true },
      { type: 'qr', data: 'https://hall.example/t/号', moduleDots: 5 },
      { type: 'feed', lines: 2 },
    ]);
    const [hall, number, rule, pair] = printedLines(printed);
    expect(hall).toEqual({
      type: 'line',
      align: 'centre',
      runs: [{ text: '安和市政务服务大厅', width: 2, height: 2, bold: true }],
      advanceDots: 48,
    });
    expect(number?.runs).toEqual([{ text: 'A012', width: 6, height: 6, bold: true }]);
    expect(rule?.runs[0]?.text).toBe('-'.repeat(48));
    expect(rule?.align).toBe('left');
    expect(pair?.runs.map((run) => run.bold)).toEqual([false, true]);
    expect(pair && dotsOf(pair)).toBe(576);
    expect(pair && textOf(pair)).toMatch(/^预计时间 Estimate +约 12 分钟$/);
    expect(printed.elements.slice(4)).toEqual([
      { type: 'feed', dots: 20 },
      { type: 'qr', data: 'https://hall.example/t/号', moduleDots: 5, level: 'M', align: 'centre' },
      { type: 'feed', dots: 20 },
      { type: 'feed', dots: 68 },
      { type: 'cut', mode: 'partial' },
    ]);
  });
});

const anyLine: fc.Arbitrary<PrintLine> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('号', '，', 'a', ' ', '\n', '𠀀') }),
    ),
    align: fc.constantFrom('left', 'centre', 'right'),
    width: fc.integer({ min: 1, max: 8 }),
    height: fc.integer({ min: 1, max: 8 }),
    bold: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('pair' as const),
    label: fc.string(),
    value: fc.string({ unit: 'binary' }),
    bold: fc.boolean(),
  }),
  fc.record({ type: fc.constant('rule' as const) }),
  fc.record({ type: fc.constant('feed' as const), lines: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ type: fc.constant('qr' as const), data: fc.webUrl(), moduleDots: fc.integer({ min: 1, max: 16 }) }),
);
const anyPaper: fc.Arbitrary<PaperSettings> = fc
  .record({
    widthDots: fc.constantFrom(384, 420, 576, 192),
    charset: fc.constantFrom('gb18030', 'gbk', 'gb2312'),
    cut: fc.constantFrom('partial', 'full', 'plainPartial', 'plainFull', 'oldPartial', 'oldFull', 'none'),
  })
  .map((paper) => ({ ...PAPER_DEFAULTS, ...paper }));

const squeeze = (text: string): string => text.replaceAll(/[ \n]/g, '');

function meantText(lines: readonly PrintLine[], { charset, widthDots }: PaperSettings): string {
  const texts = lines.map((line) => {
    if (line.type === 'text') return line.text;
    if (line.type === 'rule') return '-'.repeat(Math.floor(widthDots / 12));
    return line.type === 'pair' ? `${line.label}\n${line.value}` : '';
  });
  return squeeze(printableText(texts.join('\n'), charset));
}

describe('any ticket on any paper', () => {
  const someLines = fc.array(anyLine, { maxLength: 8 });

  it('holds no rubbish, no broken pair, and every character that was meant', () => {
    fc.assert(
      fc.property(someLines, anyPaper, (lines, paper) => {
        const printed = printOn(paper, lines);
        expect(printed.elements.filter((element) => element.type === 'garbage')).toEqual([]);
        expect(squeeze(printedLines(printed).map(textOf).join(''))).toBe(meantText(lines, paper));
        const symbols = printed.elements.filter((element) => element.type === 'qr').map((symbol) => symbol.data);
        expect(symbols).toEqual(lines.flatMap((line) => (line.type === 'qr' ? [line.data] : [])));
      }),
    );
  });

  it('never leaves wrapping to the printer', () => {
    fc.assert(
      fc.property(someLines, anyPaper, (lines, paper) => {
        const printed = printOn(paper, lines);
        expect(printedLines(printed)).toHaveLength(printed.lineFeedCount);
        expect(printedLines(printed).filter((line) => dotsOf(line) > paper.widthDots)).toEqual([]);
      }),
    );
  });
});
