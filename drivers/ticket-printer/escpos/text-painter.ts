// Draws rows of text as the printer would print them: Latin in cells of 12, everything else in cells of 24 dots, one bit a dot.
import type { Run, TextPainter, TextRow } from './artwork.ts';
import type { Canvas } from './canvas.ts';
import { CELL_HEIGHT_DOTS, DOTS_PER_COLUMN } from './paper-settings.ts';
import { type Raster, rasterOf } from './raster.ts';
import { columnsOf } from './wrap.ts';

/** Families with Chinese characters on the systems a kiosk runs; the first that is there draws. */
const SYSTEM_FAMILIES =
  '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei","Microsoft YaHei","SimHei","SimSun",sans-serif';
const OWN_FAMILY = 'Jiaohao ticket font';
const CHINESE_PX = 24;
/** A fixed-width Latin letter is about six tenths of its size wide: 12 dots. */
const LATIN_PX = 20;
const LATIN_FAMILIES = '"DejaVu Sans Mono","Liberation Mono","Consolas",monospace';
const BASELINE_DOTS = 21;
const OPAQUE_ENOUGH = 128;
/** A code that is assigned to no character: what a font shows instead of it is what it shows for every one it lacks. */
const UNASSIGNED = '\u0378';
const KEPT_ANSWERS = 2000;

/**
 * A painter with the font of that file, or with the system's. Null when the file is no font.
 */
export function textPainter(canvas: Canvas, fontFile: string | null): TextPainter | null {
  if (fontFile !== null && canvas.GlobalFonts.registerFromPath(fontFile, OWN_FAMILY) === null) return null;
  const families = fontFile === null ? SYSTEM_FAMILIES : `"${OWN_FAMILY}",${SYSTEM_FAMILIES}`;
  const drawRow = (row: TextRow): Raster => draw(canvas, families, row);
  const missing = cellOf(drawRow, UNASSIGNED);
  const answers = new Map<string, boolean>();
  const canDraw = (character: string): boolean => {
    const known = answers.get(character);
    if (known !== undefined) return known;
    const cell = cellOf(drawRow, character);
    const isDrawn = cell !== missing && cell.includes('1');
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    answers.set(character, isDrawn);
    return isDrawn;
  };
  return { canDraw, drawRow };
}

/** The dots of one character, as text that can be compared. */
function cellOf(drawRow: (row: TextRow) => Raster, character: string): string {
  const { bytes } = drawRow({ runs: [{ text: character, bold: false }], width: 1, height: 1 });
  return Array.from(bytes, (byte) => byte.toString(2)).join();
}

function draw({ createCanvas }: Canvas, families: string, { runs, width, height }: TextRow): Raster {
  const widthDots = columnsOf(runs.map((run) => run.text).join('')) * DOTS_PER_COLUMN * width;
  const heightDots = CELL_HEIGHT_DOTS * height;
  const context = createCanvas(Math.max(1, widthDots), heightDots).getContext('2d');
  context.textAlign = 'center';
  let x = 0;
  for (const { character, bold } of characters(runs)) {
    const columns = columnsOf(character);
    const cellDots = columns * DOTS_PER_COLUMN;
    context.font = columns === 1 ? `${LATIN_PX}px ${LATIN_FAMILIES}` : `${CHINESE_PX}px ${families}`;
    context.setTransform(width, 0, 0, height, x, 0);
    context.fillText(character, cellDots / 2, BASELINE_DOTS, cellDots);
    // As printers embolden their own characters: once more, a dot to the right.
    if (bold) context.fillText(character, cellDots / 2 + 1 / width, BASELINE_DOTS, cellDots);
    x += cellDots * width;
  }
  const pixels = context.getImageData(0, 0, Math.max(1, widthDots), heightDots).data;
  return rasterOf(widthDots, heightDots, (dotX, dotY) => {
    return (pixels[(dotY * Math.max(1, widthDots) + dotX) * 4 + 3] ?? 0) >= OPAQUE_ENOUGH;
  });
}

function characters(runs: readonly Run[]): { character: string; bold: boolean }[] {
  return runs.flatMap(({ text, bold }) => Array.from(text, (character) => ({ character, bold })));
}
