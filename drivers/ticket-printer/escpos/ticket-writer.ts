// Collects the bytes of one ticket and knows which style the printer is in, so that a style command goes out only where it changes.
import type { PrintAlign } from '../contract.ts';
import type { Artwork, Run, TextRow } from './artwork.ts';
import { encodeText, isTextInRom } from './charset.ts';
import { LINE_SPACING_DOTS, type PaperSettings } from './paper-settings.ts';
import { encodeRaster, placeRaster, type Raster } from './raster.ts';

export interface Style {
  readonly align: PrintAlign;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

export const PLAIN: Style = { align: 'left', width: 1, height: 1, bold: false };

const LINE_FEED = 0x0a;
const ALIGN_CODES: Record<PrintAlign, number> = { left: 0, centre: 1, right: 2 };

export class TicketWriter {
  readonly paper: PaperSettings;
  readonly artwork: Artwork;
  readonly #bytes: number[] = [];
  #now = PLAIN;

  constructor(paper: PaperSettings, artwork: Artwork) {
    this.paper = paper;
    this.artwork = artwork;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  put(...bytes: readonly number[]): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  style(change: Partial<Style>): void {
    const next = { ...this.#now, ...change };
    if (next.align !== this.#now.align) this.put(0x1b, 0x61, ALIGN_CODES[next.align]);
    if (next.bold !== this.#now.bold) this.put(0x1b, 0x45, next.bold ? 1 : 0);
    if (next.width !== this.#now.width || next.height !== this.#now.height) {
      // FS ! first: where GS ! enlarges Latin alone, Chinese is at least doubled; where it enlarges both, the last command wins.
      this.put(0x1c, 0x21, (next.width > 1 ? 0x04 : 0) | (next.height > 1 ? 0x08 : 0));
      this.put(0x1d, 0x21, ((next.width - 1) << 4) | (next.height - 1));
    }
    this.#now = next;
  }

  /** One line of text that fits on the paper: by the ROM where it has every character, else drawn as a whole. */
  row(row: TextRow, align: PrintAlign): void {
    const { painter } = this.artwork;
    const isInRom = row.runs.every((run) => isTextInRom(run.text, this.paper.charset));
    if (isInRom || painter === null) this.#romRow(row.runs, { ...row, align });
    else this.#drawnRow(painter.drawRow(row), align);
  }

  raster(raster: Raster, align: PrintAlign): void {
    this.style(PLAIN);
    for (const byte of encodeRaster(placeRaster(raster, align, this.paper.widthDots))) this.#bytes.push(byte);
  }

  #romRow(runs: readonly Run[], style: { align: PrintAlign; width: number; height: number }): void {
    const { align, width, height } = style;
    for (const { text, bold } of runs) {
      this.style({ align, width, height, bold });
      this.put(...encodeText(text, this.paper.charset));
    }
    this.put(LINE_FEED);
  }

  /** As far from the next line as a line of the ROM's characters would be. */
  #drawnRow(drawn: Raster, align: PrintAlign): void {
    this.raster(drawn, align);
    if (drawn.heightDots < LINE_SPACING_DOTS) this.put(0x1b, 0x4a, LINE_SPACING_DOTS - drawn.heightDots);
  }
}
