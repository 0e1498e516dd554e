// Draws what came out of the printer as an SVG picture, from the paper's elements alone: dot for dot in position and size, black on white.
import { code128Widths, isCode128Text } from './code-128.ts';
import type { PaperElement, PrintedRun } from './paper.ts';
import { qrModules } from './qr-modules.ts';
import { isBlackAt, leftOf } from './raster.ts';

export interface PictureOptions {
  /** Printable dots; the picture adds the margins that the paper has. */
  readonly widthDots: number;
  /** Rows of modules, true = black, for the data of a QR symbol; by default our own symbol of level M. */
  readonly qrModules?: (data: string) => readonly (readonly boolean[])[];
}

interface Drawn {
  readonly svg: string;
  readonly heightDots: number;
}

const MARGIN_DOTS = 32;
const CELL_DOTS = 24;
/** From the bottom of a cell up to the baseline. */
const DESCENT_DOTS = 5;
const FONTS = "'Noto Sans Mono CJK SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',monospace";

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Stretches of one kind, blanks apart (a browser would swallow them): a Latin cell is 12 dots wide, a Chinese one 24. */
function stretchesOf(run: PrintedRun): { text: string; dots: number }[] {
  return (run.text.match(/ +|[!-~]+|[^ -~]+/gu) ?? []).map((text) => ({
    text,
    dots: Array.from(text).length * (text < '\u0080' ? 12 : CELL_DOTS) * run.width,
  }));
}

function drawStretch(text: string, dots: number, run: PrintedRun, x: number, bottom: number): string {
  if (text.startsWith(' ')) return '';
  const place = `translate(${x} ${bottom - DESCENT_DOTS * run.height}) scale(${run.width} ${run.height})`;
  const weight = run.bold ? ' font-weight="700"' : '';
  const length = `textLength="${dots / run.width}" lengthAdjust="spacingAndGlyphs"`;
  return `<text transform="${place}" ${length}${weight}>${escapeXml(text)}</text>`;
}

function drawLine(line: PaperElement & { type: 'line' }, top: number, widthDots: number): Drawn {
  const usedDots = line.runs.flatMap(stretchesOf).reduce((sum, { dots }) => sum + dots, 0);
  const bottom = top + Math.max(CELL_DOTS, ...line.runs.map((run) => run.height * CELL_DOTS));
  let x = leftOf(line.align, usedDots, widthDots);
  let svg = '';
  for (const run of line.runs) {
    for (const { text, dots } of stretchesOf(run)) {
      svg += drawStretch(text, dots, run, x, bottom);
      x += dots;
    }
  }
  return { svg, heightDots: line.advanceDots };
}

function drawQr(qr: PaperElement & { type: 'qr' }, top: number, options: PictureOptions): Drawn {
  const rows = options.qrModules?.(qr.data) ?? qrModules(new TextEncoder().encode(qr.data))?.modules ?? [];
  const size = rows.length * qr.moduleDots;
  const left = leftOf(qr.align, size, options.widthDots);
  const squares = rows.flatMap((row, y) =>
    row.map((isBlack, x) => {
      if (!isBlack) return '';
      return `M${left + x * qr.moduleDots} ${top + y * qr.moduleDots}h${qr.moduleDots}v${qr.moduleDots}h-${qr.moduleDots}z`;
    }),
  );
  return { svg: `<path shape-rendering="crispEdges" d="${squares.join('')}"/>`, heightDots: size };
}

/** Runs of black dots, a row at a time. */
function drawRaster(raster: PaperElement & { type: 'raster' }, top: number): Drawn {
  let path = '';
  for (let y = 0; y < raster.heightDots; y += 1) {
    let from = -1;
    for (let x = 0; x <= raster.widthDots; x += 1) {
      const isBlack = isBlackAt(raster, x, y);
      if (isBlack && from === -1) from = x;
      if (isBlack || from === -1) continue;
      path += `M${from} ${top + y}h${x - from}v1h-${x - from}z`;
      from = -1;
    }
  }
  return { svg: `<path shape-rendering="crispEdges" d="${path}"/>`, heightDots: raster.heightDots };
}

function drawBarcode(barcode: PaperElement & { type: 'barcode' }, top: number, widthDots: number): Drawn {
  const widths = isCode128Text(barcode.data) ? code128Widths(barcode.data) : [];
  const { moduleDots, heightDots, hasText, data, align } = barcode;
  const size = widths.reduce((sum, width) => sum + width, 0) * moduleDots;
  const left = leftOf(align, size, widthDots);
  let x = left;
  let path = '';
  for (const [index, modules] of widths.entries()) {
    const dots = modules * moduleDots;
    if (index % 2 === 0) path += `M${x} ${top}h${dots}v${heightDots}h-${dots}z`;
    x += dots;
  }
  const middle = `text-anchor="middle" x="${left + size / 2}" y="${top + heightDots + CELL_DOTS - DESCENT_DOTS}"`;
  const text = hasText ? `<text ${middle}>${escapeXml(data)}</text>` : '';
  const svg = `<path shape-rendering="crispEdges" d="${path}"/>${text}`;
  return { svg, heightDots: heightDots + (hasText ? CELL_DOTS : 0) };
}

/** A frame with the number of the picture in the printer's memory; 80 dots high, because nobody here knows its size. */
function drawStoredLogo(logo: PaperElement & { type: 'storedLogo' }, top: number, widthDots: number): Drawn {
  const left = leftOf(logo.align, 240, widthDots);
  const frame = `<path fill="none" stroke="#000" d="M${left + 1} ${top + 1}h238v78h-238z"/>`;
  return { svg: `${frame}<text x="${left + 20}" y="${top + 48}">LOGO ${logo.slot}</text>`, heightDots: 80 };
}

/** Rubbish on the paper must be seen as rubbish. */
function drawGarbage(bytes: readonly number[], top: number): Drawn {
  const cells = bytes.map((_, index) => `<rect x="${index * 12}" y="${top}" width="11" height="${CELL_DOTS}"/>`);
  return { svg: cells.join(''), heightDots: CELL_DOTS };
}

function draw(element: PaperElement, top: number, options: PictureOptions): Drawn {
  switch (element.type) {
    case 'line':
      return drawLine(element, top, options.widthDots);
    case 'feed':
      return { svg: '', heightDots: element.dots };
    case 'qr':
      return drawQr(element, top, options);
    case 'raster':
      return drawRaster(element, top);
    case 'barcode':
      return drawBarcode(element, top, options.widthDots);
    case 'storedLogo':
      return drawStoredLogo(element, top, options.widthDots);
    case 'garbage':
      return drawGarbage(element.bytes, top);
    case 'cut':
      return { svg: '', heightDots: 0 };
  }
}

/** A whole `<svg>` document as text; one user unit is one dot, so 576 + margins wide for 80 mm paper. */
export function ticketPicture(elements: readonly PaperElement[], options: PictureOptions): string {
  let top = 0;
  let body = '';
  for (const element of elements) {
    const drawn = draw(element, top, options);
    body += drawn.svg;
    top += drawn.heightDots;
  }
  const width = options.widthDots + 2 * MARGIN_DOTS;
  const height = top + 2 * MARGIN_DOTS;
  // A thermal head burns or does not burn: the filter leaves no grey.
  const filter =
    '<filter id="thermal" x="0" y="0" width="100%" height="100%"><feComponentTransfer>' +
    '<feFuncA type="discrete" tableValues="0 1"/></feComponentTransfer></filter>';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `${filter}<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<g transform="translate(${MARGIN_DOTS} ${MARGIN_DOTS})" fill="#000" font-family="${FONTS}" font-size="${CELL_DOTS - 2}" ` +
    `filter="url(#thermal)">${body}</g></svg>`
  );
}
