// Templates as an administrator may write them: taken whole, or every mistake named with its place in words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTicketTemplate } from './check-ticket-template.ts';
import { DEFAULT_TICKET_TEMPLATE } from './default-ticket-template.ts';

const WIDE = 576;
const NARROW = 384;

function mistakesOf(input: unknown, widthDots = WIDE): string[] {
  const checked = checkTicketTemplate(input, widthDots);
  return checked.ok ? [] : checked.mistakes.map(({ path, zh, en }) => `${path}: ${zh} / ${en}`);
}

test.each([WIDE, 420, NARROW])(
  'the ticket as delivered fits on %i dots, also when it comes from a file',
  (widthDots) => {
    const file: unknown = JSON.parse(JSON.stringify(DEFAULT_TICKET_TEMPLATE));
    expect(checkTicketTemplate(file, widthDots)).toEqual({ ok: true, template: DEFAULT_TICKET_TEMPLATE });
  },
);

test.each<[unknown, RegExp]>([
  [null, /^\(whole template\): 无效输入.* \/ .*object/],
  [{}, /^blocks: /],
  [{ blocks: [] }, /^blocks: /],
  [{ blocks: [{ type: 'picture' }] }, /^blocks\[0\]\.type: /],
  [{ blocks: [{ type: 'rule', colour: 'red' }] }, /^blocks\[0\]: .*colour/],
  [{ blocks: [{ type: 'rule' }, { type: 'text', text: 'a', width: 9 }] }, /^blocks\[1\]\.width: .*8/],
  [{ blocks: [{ type: 'rule', when: [{ field: 'name' }] }] }, /^blocks\[0\]\.when\[0\]\.field: .*hallName/],
  [
    { blocks: [{ type: 'text', text: '{name} 您好' }] },
    /^blocks\[0\]\.text: 没有名为 \{name\} 的字段；.*hallName.*no field \{name\}/,
  ],
  [{ blocks: [{ type: 'pair', label: 'a', value: '{}' }] }, /^blocks\[0\]\.value: /],
  [
    { blocks: [{ type: 'text', text: '{ticketNumber}', width: 7, height: 7 }] },
    /^blocks\[0\]\.width: .* 672 点，纸宽只有 576 点/,
  ],
  [{ blocks: [{ type: 'text', text: '号'.repeat(100), width: 4 }] }, /^blocks\[0\]\.width: .*6 行/],
  [{ blocks: [{ type: 'text', text: 'a', fit: true, width: 2 }] }, /^blocks\[0\]\.fit: /],
  [{ blocks: [{ type: 'qr', data: '号'.repeat(90) }] }, /^blocks\[0\]\.data: .*213/],
  [
    { blocks: [{ type: 'barcode', data: '{ticketNumber}', moduleDots: 6 }] },
    /^blocks\[0\]\.moduleDots: 码宽 858 点，纸宽只有 576 点/,
  ],
  [{ blocks: [{ type: 'barcode', data: '{serviceName}' }] }, /^blocks\[0\]\.data: /],
])('%j is refused with its place', (input, words) => {
  const mistakes = mistakesOf(input);
  expect(mistakes).not.toEqual([]);
  expect(mistakes[0]).toMatch(words);
});

test('every mistake is told, not the first alone', () => {
  const blocks = [{ type: 'text', text: '{a}{b}' }, { type: 'rule' }, { type: 'barcode', data: '号' }];
  expect(mistakesOf({ blocks }).map((mistake) => mistake.split(':')[0])).toEqual([
    'blocks[0].text',
    'blocks[0].text',
    'blocks[2].data',
  ]);
});

test('what fits on 80 mm is refused for 58 mm paper', () => {
  const blocks = [{ type: 'barcode', data: '{ticketNumber}', moduleDots: 4 }];
  expect(mistakesOf({ blocks }, WIDE)).toEqual([]);
  expect(mistakesOf({ blocks }, NARROW)[0]).toMatch(/^blocks\[0\]\.moduleDots: 码宽 572 点，纸宽只有 384 点/);
});

test('any JSON is taken or refused in words, never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(WIDE, NARROW), (input, widthDots) => {
      const checked = checkTicketTemplate({ blocks: input }, widthDots);
      if (checked.ok) return;
      for (const { path, zh, en } of checked.mistakes) expect([path, zh, en].every((text) => text !== '')).toBe(true);
    }),
  );
});
