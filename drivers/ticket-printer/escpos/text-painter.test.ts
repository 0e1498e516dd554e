// Characters that no ROM has, drawn for real: their ink, their width, and what happens where nothing can draw.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { PrintLine } from '../contract.ts';
import { ArtworkStore, type ArtworkSettings } from './artwork-store.ts';
import { NO_ARTWORK } from './artwork.ts';
import { loadCanvas } from './canvas.ts';
import { encodeTicket } from './codec.ts';
import { PAPER_DEFAULTS, type PaperSettings } from './paper-settings.ts';
import { isBlackAt, type Raster } from './raster.ts';
import { tokensOf } from './testing/independent-tokenizer.ts';

const GBK: PaperSettings = { ...PAPER_DEFAULTS, charset: 'gbk' };
const settings = (more: Partial<ArtworkSettings> = {}): ArtworkSettings => ({
  ...GBK,
  fontFile: '',
  logoFile: '',
  ...more,
});

function ink(raster: Raster): { dots: number; left: number; right: number } {
  let dots = 0;
  let left = Infinity;
  let right = -1;
  for (let y = 0; y < raster.heightDots; y += 1) {
    for (let x = 0; x < raster.widthDots; x += 1) {
      if (!isBlackAt(raster, x, y)) continue;
      dots += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return { dots, left, right };
}

/** The one picture of a ticket, its strips put together. */
function rasterOfTokens(tokens: readonly string[]): Raster {
  const strips = tokens.map((token) => /^raster (\d+)x(\d+) (.*)$/.exec(token)).filter((found) => found !== null);
  return {
    widthDots: Number(strips[0]?.[1]),
    heightDots: strips.reduce((sum, [, , height]) => sum + Number(height), 0),
    bytes: Buffer.concat(strips.map(([, , , dots]) => Buffer.from(dots ?? '', 'base64'))),
  };
}

async function print(lines: readonly PrintLine[], paper: PaperSettings, store: ArtworkStore): Promise<string[]> {
  return tokensOf(encodeTicket(lines, paper, (await store.need(lines)) ?? NO_ARTWORK));
}

describe('䶮, which GBK lacks', () => {
  const name: PrintLine = { type: 'text', text: '刘䶮A' };

  it('is drawn with its whole line: two cells of 24 dots and one of 12, each with ink', async () => {
    const tokens = await print([name], GBK, new ArtworkStore(settings()));
    expect(tokens.filter((token) => token.startsWith('text '))).toEqual([]);
    const raster = rasterOfTokens(tokens);
    expect([raster.widthDots, raster.heightDots]).toEqual([64, 24]);
    const { dots, left, right } = ink(raster);
    expect(dots).toBeGreaterThan(150);
    expect(left).toBeLessThan(6);
    expect(right).toBeGreaterThanOrEqual(48);
    expect(right).toBeLessThan(60);
    // As far down as a line of text: 24 dots and 10 more.
    expect(tokens).toContain('feed dots 10');
  });

  it('is drawn as large as the line asks, at the right edge, and bolder where bold', async () => {
    const store = new ArtworkStore(settings());
    const line: PrintLine = { type: 'text', text: '䶮', width: 3, height: 2, align: 'right' };
    const plain = rasterOfTokens(await print([line], GBK, store));
    expect([plain.widthDots, plain.heightDots]).toEqual([576, 48]);
    expect(ink(plain).left).toBeGreaterThanOrEqual(576 - 72);
    const bold = rasterOfTokens(await print([{ ...line, bold: true }], GBK, store));
    expect(ink(bold).dots).toBeGreaterThan(ink(plain).dots);
  });

  it('is text where the ROM has it, and other lines stay text', async () => {
    const lines: PrintLine[] = [name, { type: 'text', text: '大厅' }];
    const store = new ArtworkStore(settings({ charset: 'gb18030' }));
    const tokens = await print(lines, PAPER_DEFAULTS, store);
    expect(tokens.filter((token) => token.startsWith('text '))).toEqual(['text 刘䶮A', 'text 大厅']);
    const gbk = await print(lines, GBK, new ArtworkStore(settings()));
    expect(gbk.filter((token) => token.startsWith('text '))).toEqual(['text 大厅']);
  });

  it('is a square where the drawing library is missing, and that is told', async () => {
    const store = new ArtworkStore(settings(), () => Promise.resolve(null));
    expect(await print([name], GBK, store)).toContain('text 刘□A');
    expect(store.troubles).toEqual(['canvasMissing']);
  });
});

it('a character of no font is a square, also beside one that is drawn', async () => {
  const store = new ArtworkStore(settings());
  const artwork = await store.need([{ type: 'text', text: '䶮\u{2FA1E}' }]);
  expect(artwork?.painter?.canDraw('䶮')).toBe(true);
  expect(artwork?.painter?.canDraw('\u{10FFFE}')).toBe(false);
});

it('a plain ticket loads nothing', () => {
  let loads = 0;
  const load = async (): ReturnType<typeof loadCanvas> => {
    loads += 1;
    return loadCanvas();
  };
  const store = new ArtworkStore(settings({ logoFile: '/no/such/logo.png' }), load);
  const lines: PrintLine[] = [
    { type: 'text', text: '政务大厅\nA012\u0010' },
    { type: 'rule' },
    { type: 'qr', data: 'x' },
  ];
  expect(store.need(lines)).toBeNull();
  expect(loads).toBe(0);
});

describe('the logo', () => {
  const lines: PrintLine[] = [{ type: 'logo', align: 'left' }];

  async function pictureFile(name: string, width: number, height: number): Promise<string> {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#333';
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = '#ccc';
    context.fillRect(width / 2, 0, width / 4, height);
    const file = join(tmpdir(), `jiaohao-${process.pid}-${name}.png`);
    await writeFile(file, canvas.toBuffer('image/png'));
    return file;
  }

  it('dark is burnt, light and transparent stay white', async () => {
    const logoFile = await pictureFile('small', 64, 16);
    const raster = rasterOfTokens(await print(lines, GBK, new ArtworkStore(settings({ logoFile }))));
    expect([raster.widthDots, raster.heightDots]).toEqual([64, 16]);
    expect(ink(raster)).toEqual({ dots: 32 * 16, left: 0, right: 31 });
  });

  it('larger than the paper it is made smaller', async () => {
    const logoFile = await pictureFile('large', 1152, 200);
    const raster = rasterOfTokens(await print(lines, GBK, new ArtworkStore(settings({ logoFile }))));
    expect([raster.widthDots, raster.heightDots]).toEqual([576, 100]);
  });

  it('a file that is missing or no picture is left out and told', async () => {
    const noPicture = join(tmpdir(), `jiaohao-${process.pid}-no.png`);
    await writeFile(noPicture, 'not a picture');
    for (const logoFile of ['/no/such/logo.png', noPicture]) {
      const store = new ArtworkStore(settings({ logoFile }));
      expect((await print(lines, GBK, store)).some((token) => token.startsWith('raster'))).toBe(false);
      expect(store.troubles).toEqual(['logoUnusable']);
    }
  });
});

it('a font file that is none leaves the system’s fonts, and that is told', async () => {
  const store = new ArtworkStore(settings({ fontFile: '/no/such/font.ttf' }));
  expect((await print([{ type: 'text', text: '䶮' }], GBK, store)).some((token) => token.startsWith('raster'))).toBe(
    true,
  );
  expect(store.troubles).toEqual(['fontUnusable']);
});
