// A ticket as it will come out of a printer with these settings, without a printer: for the person who edits its layout.
import type { PrintLine } from './contract.ts';
import { NO_ARTWORK } from './escpos/artwork.ts';
import { ArtworkStore } from './escpos/artwork-store.ts';
import { encodeTicket } from './escpos/codec.ts';
import { type RenderedPaper, renderPaper } from './escpos/render-paper.ts';
import { escposSettings } from './escpos/settings.ts';
import { ARTWORK_WORDS, type Words } from './texts.ts';

export interface TicketPreview extends RenderedPaper {
  /** What would be sent, without the completion marks. */
  readonly bytes: Uint8Array;
  /** What of the settings could not be had on this computer: a logo, a font. */
  readonly remarks: readonly Words[];
}

/**
 * `options` as of a printer's configuration, without `baudRate`. Rejects with RangeError for a setting that is not right, and with
 * DeviceError `deviceRefused` for a symbol that the paper or its standard does not hold; its message says which.
 */
export async function previewTicket(
  lines: readonly PrintLine[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<TicketPreview> {
  const settings = escposSettings(options);
  const store = new ArtworkStore(settings);
  const artwork = (await store.need(lines)) ?? NO_ARTWORK;
  const bytes = encodeTicket(lines, settings, artwork);
  const remarks = store.troubles.map((trouble) => ARTWORK_WORDS[trouble]);
  return { ...renderPaper(bytes, settings), bytes, remarks };
}
