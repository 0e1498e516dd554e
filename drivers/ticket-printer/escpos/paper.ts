// What came out of a printer, as far as a person could tell from the paper: made by paper-head.ts, drawn by picture.ts.
import type { PrintAlign } from '../contract.ts';

export interface PrintedRun {
  readonly text: string;
  /** Multiples of the base cell of 12 (Latin) or 24 (Chinese) by 24 dots. */
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

export type PaperElement =
  | {
      readonly type: 'line';
      readonly align: PrintAlign;
      readonly runs: readonly PrintedRun[];
      readonly advanceDots: number;
    }
  | { readonly type: 'feed'; readonly dots: number }
  | {
      readonly type: 'qr';
      readonly data: string;
      readonly moduleDots: number;
      readonly level: 'L' | 'M' | 'Q' | 'H';
      readonly align: PrintAlign;
    }
  /** From the left edge of the paper; rows of bytes, the leftmost dot in bit 7. */
  | { readonly type: 'raster'; readonly widthDots: number; readonly heightDots: number; readonly bytes: Uint8Array }
  | {
      readonly type: 'barcode';
      readonly data: string;
      readonly moduleDots: number;
      readonly heightDots: number;
      readonly hasText: boolean;
      readonly align: PrintAlign;
    }
  /** A picture from the printer's own memory: what it shows, only the printer knows. */
  | { readonly type: 'storedLogo'; readonly slot: number; readonly align: PrintAlign }
  /** Bytes that are neither text nor a command this printer knows: a real one prints rubbish here. */
  | { readonly type: 'garbage'; readonly bytes: readonly number[] }
  | { readonly type: 'cut'; readonly mode: 'full' | 'partial' | 'torn' };

export interface PrintedTicket {
  /** Everything executed since the last cut but status and completion requests. */
  readonly bytes: Uint8Array;
  readonly elements: readonly PaperElement[];
}
