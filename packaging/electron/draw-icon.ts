// `node packaging/electron/draw-icon.ts`: draws the program's icon from icon.svg, which is our own, as icon.png and icon.ico.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
/** electron-builder makes Linux's sizes of the largest. */
const LINUX_PX = 512;
/** Task bar, desktop, Alt+Tab; electron-builder asks for 256. */
const WINDOWS_PX = [16, 24, 32, 48, 64, 256];

async function png(px: number): Promise<Buffer> {
  const drawing = await loadImage(readFileSync(join(HERE, 'icon.svg')));
  drawing.width = px;
  drawing.height = px;
  const canvas = createCanvas(px, px);
  canvas.getContext('2d').drawImage(drawing, 0, 0, px, px);
  return canvas.toBuffer('image/png');
}

/** ICONDIR, one ICONDIRENTRY of 16 bytes a picture, then the pictures; PNG inside since Windows Vista (Microsoft, "Icons"). */
function ico(pictures: readonly { readonly px: number; readonly bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  pictures.forEach(({ px, bytes }, index) => {
    const entry = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(px % 256, entry);
    head.writeUInt8(px % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += bytes.length;
  });
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

writeFileSync(join(HERE, 'icon.png'), await png(LINUX_PX));
const pictures = await Promise.all(WINDOWS_PX.map(async (px) => ({ px, bytes: await png(px) })));
writeFileSync(join(HERE, 'icon.ico'), ico(pictures));
