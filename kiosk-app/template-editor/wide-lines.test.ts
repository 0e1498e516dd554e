// Which texts of a template are broken over several lines, where, and by how many columns.
import { expect, test } from 'vitest';
import { DEFAULT_TICKET_TEMPLATE } from '../terminal/default-ticket-template.ts';
import { previewTemplate } from './preview-template.ts';
import { wideLines } from './wide-lines.ts';

const WIDE = 576;
const NARROW = 384;
const text = (words: string, more: object = {}) => ({ type: 'text' as const, text: words, ...more });

test.each([
  ['exactly a line', text('号'.repeat(24)), []],
  ['one column more', text('号'.repeat(24) + 'A'), ['blocks[0].text: 1 of 48']],
  ['as many, and narrower paper', text('号'.repeat(24)), ['blocks[0].text: 16 of 32'], NARROW],
  ['at double size', text('号'.repeat(13), { width: 2, height: 2 }), ['blocks[0].text: 2 of 24']],
  ['taller alone is no wider', text('号'.repeat(24), { height: 4 }), []],
  ['two lines of its own', text(`${'A'.repeat(48)}\n${'B'.repeat(50)}`), ['blocks[0].text: 2 of 48']],
  ['as large as it fits, which is not at all', text('号'.repeat(30), { fit: true }), ['blocks[0].text: 12 of 48']],
  ['a pair without room for its gap', { type: 'pair', label: '请到', value: 'A'.repeat(44) }, ['blocks[0]: 1 of 48']],
  ['a pair with a column between', { type: 'pair', label: '请到', value: 'A'.repeat(43) }, []],
  ['a long name', text('{serviceName}'), ['blocks[0].text: 4 of 32, priority, long names'], NARROW],
  [
    'what only a missed ticket has',
    text('号'.repeat(25), { when: [{ field: 'state', is: ['missed'] }] }),
    ['blocks[0].text: 2 of 48'],
  ],
] as [string, Parameters<typeof wideLines>[0]['blocks'][number], string[], number?][])(
  '%s',
  (_name, block, told, widthDots = WIDE) => {
    const wide = wideLines({ blocks: [block] }, widthDots);
    expect(wide.map(({ path, en }) => `${path}: ${inShort(en)}`)).toEqual(told);
  },
);

function inShort(en: string): string {
  const [, over, sample, columns] =
    /^(\d+) columns more than the paper has(?: on the sample “(.+)”)? \((\d+) to a line/.exec(en) ?? [];
  return `${over} of ${columns}${sample === undefined ? '' : `, ${sample}`}`;
}

test('of the ticket as delivered only the longest names are broken, and every fixed text has its line', () => {
  const blocksOf = (widthDots: number) => wideLines(DEFAULT_TICKET_TEMPLATE, widthDots).map(({ path }) => path);
  const isName = DEFAULT_TICKET_TEMPLATE.blocks.findIndex(
    (block) => block.type === 'text' && block.text === '{serviceName}',
  );
  expect(blocksOf(WIDE)).toEqual([`blocks[${isName}].text`]);
});

test('the editor names the line, counted from one as people do, and shows the ticket all the same', async () => {
  const template = JSON.stringify({ blocks: [{ type: 'rule' }, text('号'.repeat(30))] });
  const made = await previewTemplate(template, 'first', { widthDots: WIDE });
  const told = made.ok ? made.remarks.map(({ place, zh, en }) => [place, zh, en]) : [];
  expect(told).toContainEqual([
    '第 2 块 blocks[1].text',
    '比纸宽多 12 列（此字号每行 48 列，一个汉字占 2 列），会折行',
    expect.stringMatching(/^12 columns more than the paper has \(48 to a line/) as string,
  ]);
});
