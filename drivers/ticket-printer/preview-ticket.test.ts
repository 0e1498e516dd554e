// A preview is what the bytes put on the paper: its text, its size, its picture; and what cannot be printed is refused in words.
import { expect, it } from 'vitest';
import { previewTicket } from './preview-ticket.ts';

it('shows the lines as the paper has them, wrapped at its width', async () => {
  const preview = await previewTicket(
    [
      { type: 'text', text: '号'.repeat(20) },
      { type: 'text', text: 'A012', width: 2, height: 2, align: 'right' },
      { type: 'qr', data: 'A012', moduleDots: 4 },
      { type: 'barcode', data: 'A012' },
    ],
    { widthDots: 384 },
  );
  expect(preview.lines).toEqual(['号'.repeat(16), '号'.repeat(4), 'A012', '', '']);
  // 34 + 34 + 48 for the text, 16 + 21 x 4 + 16 for the QR symbol, 80 + 34 for the bar code.
  expect([preview.widthDots, preview.heightDots]).toEqual([384, 34 + 34 + 48 + 16 + 84 + 16 + 80 + 34]);
  expect(preview.svg).toMatch(/^<svg [^]*translate\(288 [^]*A012[^]*<\/svg>$/);
});

it('characters outside the ROM are in the picture, drawn', async () => {
  const preview = await previewTicket([{ type: 'text', text: '䶮' }], { charset: 'gbk' });
  expect(preview.elements).toMatchObject([
    { type: 'raster', widthDots: 24, heightDots: 24 },
    { type: 'feed' },
    { type: 'cut' },
  ]);
  expect(preview.svg).toMatch(/d="M\d+ \d+h\d+v1h-\d+z/);
});

it.each([
  [{ type: 'qr' as const, data: 'x'.repeat(2332) }, /QR data/],
  [{ type: 'barcode' as const, data: 'x'.repeat(40) }, /wider than the paper's 384 dots/],
  [{ type: 'barcode' as const, data: '号' }, /ASCII/],
])('%j is refused in words', async (line, words) => {
  await expect(previewTicket([line], { widthDots: 384 })).rejects.toThrow(words);
});

it('a setting that is none is refused by name', async () => {
  await expect(previewTicket([], { paper: 'thick' })).rejects.toThrow('paper');
});
