// What a ticket needs drawn: rows with characters that the printer's ROM lacks, and the logo. The codec asks; text-painter.ts draws.
import type { Raster } from './raster.ts';

/** Text of one weight, without line breaks. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export interface TextRow {
  readonly runs: readonly Run[];
  /** Multiples of the base cell, 1 to 8. */
  readonly width: number;
  readonly height: number;
}

export interface TextPainter {
  /** Whether a font at hand has the character. */
  canDraw(character: string): boolean;
  /** The row in the printer's own cells: columns x 12 x width dots wide, 24 x height high. */
  drawRow(row: TextRow): Raster;
}

export interface Artwork {
  /** Null where nothing can be drawn: then missing characters are squares. */
  readonly painter: TextPainter | null;
  /** Null where the ticket has none or its file cannot be used: then the line is left out. */
  readonly logo: Raster | null;
}

export const NO_ARTWORK: Artwork = { painter: null, logo: null };
