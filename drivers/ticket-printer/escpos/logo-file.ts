// A picture file as black and white dots of the paper: what is darker than the middle is burnt, what is transparent stays white.
import { readFile } from 'node:fs/promises';
import type { Canvas } from './canvas.ts';
import { type Raster, rasterOf } from './raster.ts';

const MOST_FILE_BYTES = 4_000_000;
/** 60 mm: more is not a logo, and costs seconds on a slow line. */
export const MOST_LOGO_HEIGHT_DOTS = 480;
const DARK = 128;

/** The picture, made smaller where it is larger than the paper; null when the file is missing, too large or no picture. */
export async function readLogo(canvas: Canvas, file: string, widthDots: number): Promise<Raster | null> {
  const picture = await readPicture(canvas, file);
  if (picture === null || picture.width < 1 || picture.height < 1) return null;
  const scale = Math.min(1, widthDots / picture.width, MOST_LOGO_HEIGHT_DOTS / picture.height);
  const width = Math.max(1, Math.floor(picture.width * scale));
  const height = Math.max(1, Math.floor(picture.height * scale));
  const context = canvas.createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height).data;
  return rasterOf(width, height, (x, y) => {
    const [red = 255, green = 255, blue = 255] = pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
    // ITU-R BT.601 luma.
    return 0.299 * red + 0.587 * green + 0.114 * blue < DARK;
  });
}

async function readPicture(canvas: Canvas, file: string): Promise<Awaited<ReturnType<Canvas['loadImage']>> | null> {
  try {
    const bytes = await readFile(file);
    return bytes.length > MOST_FILE_BYTES ? null : await canvas.loadImage(bytes);
  } catch (error) {
    // Missing, unreadable or no picture: the caller names the setting (artwork-store.ts).
    if (error instanceof Error) return null;
    throw error;
  }
}
