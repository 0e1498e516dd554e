// What a ticket's bytes put on the paper: for previews and for counting paper. Reads the bytes as a printer does, never the lines they were made of.
import { PaperHead } from './paper-head.ts';
import type { PaperElement } from './paper.ts';
import { LINE_SPACING_DOTS, type PaperSettings } from './paper-settings.ts';
import { takeToken } from './paper-tokens.ts';
import { qrSize, qrVersion } from './qr-symbol.ts';
import { ticketPicture } from './picture.ts';

export interface RenderedPaper {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly elements: readonly PaperElement[];
  /** The text of each line in order; symbols and pictures are empty lines. */
  readonly lines: readonly string[];
  /** One SVG document, a unit a dot, with the margins of the paper. */
  readonly svg: string;
}

type PaperOf = Pick<PaperSettings, 'widthDots' | 'charset'>;

/** Never throws: what no printer understands is rubbish on the paper, as it would be there; a command cut short is left out. */
export function renderPaper(bytes: Uint8Array, paper: PaperOf): RenderedPaper {
  const elements = paperElements(bytes, paper);
  const printed = elements.filter((element) => element.type !== 'cut' && element.type !== 'feed');
  return {
    widthDots: paper.widthDots,
    heightDots: heightOf(elements),
    elements,
    lines: printed.map(textOf),
    svg: ticketPicture(elements, { widthDots: paper.widthDots }),
  };
}

/** Dots of paper that a ticket takes, without what the cutter feeds by itself. */
export function paperHeightDots(bytes: Uint8Array, paper: PaperOf): number {
  return heightOf(paperElements(bytes, paper));
}

function paperElements(bytes: Uint8Array, { widthDots, charset }: PaperOf): readonly PaperElement[] {
  const head = new PaperHead(widthDots);
  let rest = bytes;
  while (rest.length > 0) {
    const taken = takeToken(rest, { isChinese: head.isChinese, hasFourByteCodes: charset === 'gb18030' });
    if (taken === null) break;
    head.execute(taken.token);
    rest = rest.subarray(taken.length);
  }
  return head.elements;
}

function heightOf(elements: readonly PaperElement[]): number {
  return elements.reduce((sum, element) => sum + advanceOf(element), 0);
}

function textOf(element: PaperElement): string {
  return element.type === 'line' ? element.runs.map((run) => run.text).join('') : '';
}

/** How far one element moves the paper. */
function advanceOf(element: PaperElement): number {
  switch (element.type) {
    case 'line':
      return element.advanceDots;
    case 'feed':
      return element.dots;
    case 'qr':
      return qrSize(qrVersion(new TextEncoder().encode(element.data).length) ?? 1) * element.moduleDots;
    case 'raster':
      return element.heightDots;
    case 'barcode':
      return element.heightDots + (element.hasText ? LINE_SPACING_DOTS : 0);
    case 'storedLogo':
      return 80;
    case 'garbage':
      return LINE_SPACING_DOTS;
    case 'cut':
      return 0;
  }
}
