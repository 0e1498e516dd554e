// The picture is drawn from what the bytes did, so its text and places can be read back from the SVG.
import { expect, it } from 'vitest';
import type { PaperElement } from './paper.ts';
import { ticketPicture } from './picture.ts';

const options = {
  widthDots: 576,
  qrModules: () => [
    [true, false],
    [false, true],
  ],
};
const run = { width: 1, height: 1, bold: false };

it('puts each stretch in its cells, at its alignment and scale', () => {
  const elements: PaperElement[] = [
    { type: 'line', align: 'left', runs: [{ ...run, text: '号 A1' }], advanceDots: 34 },
    { type: 'line', align: 'centre', runs: [{ text: 'A012', width: 6, height: 6, bold: true }], advanceDots: 144 },
    { type: 'line', align: 'right', runs: [{ ...run, text: '现场' }], advanceDots: 34 },
  ];
  const svg = ticketPicture(elements, options);
  expect(svg).toContain(
    '<text transform="translate(0 19) scale(1 1)" textLength="24" lengthAdjust="spacingAndGlyphs">号</text>',
  );
  expect(svg).toContain('translate(36 19) scale(1 1)" textLength="24"');
  // 4 x 12 x 6 = 288 of 576 dots, the baseline 5 x 6 dots above the bottom at 34 + 144.
  expect(svg).toContain(
    'translate(144 148) scale(6 6)" textLength="48" lengthAdjust="spacingAndGlyphs" font-weight="700">A012',
  );
  expect(svg).toContain('translate(528 197) scale(1 1)" textLength="48"');
  expect(svg).toContain('height="276"');
});

it('draws a QR symbol as modules of its dots', () => {
  const svg = ticketPicture([{ type: 'qr', data: 'x', moduleDots: 6, level: 'M', align: 'centre' }], options);
  expect(svg).toContain('d="M282 0h6v6h-6zM288 6h6v6h-6z"');
});

it('what is on the ticket cannot become markup', () => {
  const svg = ticketPicture(
    [{ type: 'line', align: 'left', runs: [{ ...run, text: '</svg><script>&"' }], advanceDots: 34 }],
    options,
  );
  expect(svg).toContain('&lt;/svg&gt;&lt;script&gt;&amp;&quot;');
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
});

it('rubbish, feeds and an uncut strip are drawn too', () => {
  const svg = ticketPicture(
    [
      { type: 'garbage', bytes: [1, 2] },
      { type: 'feed', dots: 34 },
    ],
    options,
  );
  expect(svg.match(/<rect [^>]*width="11"/g)).toHaveLength(2);
  expect(svg).toContain(`height="${24 + 34 + 64}"`);
  expect(ticketPicture([], options)).toContain('height="64"');
});
