// Gives each ticket what it needs drawn, loads the drawing library and fonts only then, and remembers what could not be had.
import type { PrintLine } from '../contract.ts';
import { type Artwork, NO_ARTWORK, type TextPainter } from './artwork.ts';
import { type Canvas, loadCanvas } from './canvas.ts';
import { isTextInRom, printableText } from './charset.ts';
import { textsOf } from './codec.ts';
import { readLogo } from './logo-file.ts';
import type { PaperSettings } from './paper-settings.ts';
import type { Raster } from './raster.ts';
import { textPainter } from './text-painter.ts';

/** Why something on the tickets is missing; the ticket is printed without it. */
export type ArtworkTrouble = 'canvasMissing' | 'fontUnusable' | 'logoUnusable';

export interface ArtworkSettings extends Pick<PaperSettings, 'widthDots' | 'charset' | 'logoSlot'> {
  /** A TrueType or OpenType file with the characters that the ROM lacks; empty: the system's fonts. */
  readonly fontFile: string;
  /** PNG or another picture; empty: none. */
  readonly logoFile: string;
}

export class ArtworkStore {
  readonly #settings: ArtworkSettings;
  readonly #loadCanvas: () => Promise<Canvas | null>;
  readonly #troubles = new Set<ArtworkTrouble>();
  #canvas: Promise<Canvas | null> | null = null;
  #painter: Promise<TextPainter | null> | null = null;
  #logo: Promise<Raster | null> | null = null;

  constructor(settings: ArtworkSettings, load = loadCanvas) {
    this.#settings = settings;
    this.#loadCanvas = load;
  }

  get troubles(): readonly ArtworkTrouble[] {
    return [...this.#troubles];
  }

  /** Null when nothing of these lines must be drawn, so that a plain ticket waits for nothing. */
  need(lines: readonly PrintLine[]): Promise<Artwork> | null {
    const { charset, logoFile, logoSlot } = this.#settings;
    // What cannot be in any font is a square anyway and needs none.
    const needsPainter = textsOf(lines).some(
      (text) => !isTextInRom(printableText(text, charset, () => true).replaceAll('\n', ''), charset),
    );
    const needsLogo = logoFile !== '' && logoSlot === 0 && lines.some((line) => line.type === 'logo');
    return needsPainter || needsLogo ? this.#load(needsPainter, needsLogo) : null;
  }

  async #load(needsPainter: boolean, needsLogo: boolean): Promise<Artwork> {
    this.#canvas ??= this.#loadCanvas();
    const canvas = await this.#canvas;
    if (canvas === null) {
      this.#troubles.add('canvasMissing');
      return NO_ARTWORK;
    }
    if (needsPainter) this.#painter ??= this.#makePainter(canvas);
    if (needsLogo) this.#logo ??= this.#readLogo(canvas);
    return { painter: await this.#painter, logo: await this.#logo };
  }

  /** A font file that cannot be used leaves the system's fonts. */
  #makePainter(canvas: Canvas): Promise<TextPainter | null> {
    const { fontFile } = this.#settings;
    const own = fontFile === '' ? null : textPainter(canvas, fontFile);
    if (fontFile !== '' && own === null) this.#troubles.add('fontUnusable');
    return Promise.resolve(own ?? textPainter(canvas, null));
  }

  async #readLogo(canvas: Canvas): Promise<Raster | null> {
    const { logoFile, widthDots } = this.#settings;
    const logo = await readLogo(canvas, logoFile, widthDots);
    if (logo === null) this.#troubles.add('logoUnusable');
    return logo;
  }
}
