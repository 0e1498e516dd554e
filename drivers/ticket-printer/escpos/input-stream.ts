// Sorts what an ESC/POS printer says: replies carry no request number, so their fixed bits are all there is to go by.
import { isStatusReply, type StatusBlock } from './status.ts';

export type PrinterInput =
  | { readonly type: 'flowControl'; readonly byte: 0x11 | 0x13 }
  | { readonly type: 'statusReply'; readonly byte: number }
  | { readonly type: 'statusBlock'; readonly block: StatusBlock }
  | { readonly type: 'processId'; readonly id: readonly [number, number, number, number] }
  /** Bits 4 and 7 clear: the reply to `GS r` if one is awaited, else nothing. */
  | { readonly type: 'plain'; readonly byte: number }
  | { readonly type: 'discarded'; readonly bytes: readonly number[] };

interface Taken {
  readonly length: number;
  readonly input: PrinterInput;
}

const XON = 0x11;
const XOFF = 0x13;
const BLOCK_START = 0x37;
const PROCESS_ID_TAG = 0x22;
/** HPRT TP80K says so behind a picture of its own memory [M]: no paper bits, so never the reply to a fence. */
const STORED_PICTURE_PRINTED = 0x06;
/** A block is sent in one go: a longer pause inside one means that its rest was lost. */
const BLOCK_GAP_MS = 300;
const LONGEST_INPUT_BYTES = 7;

const discard = (...bytes: number[]): Taken => ({ length: bytes.length, input: { type: 'discarded', bytes } });

function takeProcessId(bytes: readonly number[]): Taken | 'incomplete' {
  const [start = 0, tag, d1, d2, d3, d4, end] = bytes;
  if (tag === undefined) return 'incomplete';
  if (tag !== PROCESS_ID_TAG) return discard(start);
  const wrong = bytes.slice(2, 6).findIndex((byte) => byte < 0x20 || byte > 0x7e);
  // The characters of an id look like status replies: a broken block is dropped up to where it broke, never read again as replies.
  if (wrong !== -1) return discard(...bytes.slice(0, 2 + wrong));
  if (d1 === undefined || d2 === undefined || d3 === undefined || d4 === undefined || end === undefined)
    return 'incomplete';
  if (end !== 0x00) return discard(...bytes.slice(0, 6));
  return { length: 7, input: { type: 'processId', id: [d1, d2, d3, d4] } };
}

function takeStatusBlock(bytes: readonly number[]): Taken | 'incomplete' {
  const [first = 0, second, third, fourth] = bytes;
  if (bytes.slice(1, 4).some((byte) => (byte & 0x90) !== 0)) return discard(first);
  if (second === undefined || third === undefined || fourth === undefined) return 'incomplete';
  return { length: 4, input: { type: 'statusBlock', block: [first, second, third, fourth] } };
}

function takeInput(bytes: readonly number[]): Taken | 'incomplete' {
  const [byte = 0] = bytes;
  if (byte === XON || byte === XOFF) return { length: 1, input: { type: 'flowControl', byte } };
  if (isStatusReply(byte)) return { length: 1, input: { type: 'statusReply', byte } };
  if (byte === BLOCK_START) return takeProcessId(bytes);
  if ((byte & 0x93) === 0x10) return takeStatusBlock(bytes);
  if ((byte & 0x90) === 0x00 && byte !== STORED_PICTURE_PRINTED) return { length: 1, input: { type: 'plain', byte } };
  return discard(byte);
}

export interface PrinterInputStream {
  /** What the bytes complete, in order. `nowMs` is any monotonic clock. */
  push: (bytes: Uint8Array, nowMs: number) => PrinterInput[];
  /** Forgets a half block: the line was lost. */
  reset: () => void;
}

export function printerInputStream(): PrinterInputStream {
  let pending: number[] = [];
  let lastByteMs = 0;
  const push = (bytes: Uint8Array, nowMs: number): PrinterInput[] => {
    const inputs: PrinterInput[] = [];
    if (pending.length > 0 && nowMs - lastByteMs > BLOCK_GAP_MS) {
      inputs.push({ type: 'discarded', bytes: pending });
      pending = [];
    }
    lastByteMs = nowMs;
    const all = [...pending, ...bytes];
    let offset = 0;
    while (offset < all.length) {
      const taken = takeInput(all.slice(offset, offset + LONGEST_INPUT_BYTES));
      if (taken === 'incomplete') break;
      inputs.push(taken.input);
      offset += taken.length;
    }
    pending = all.slice(offset);
    return inputs;
  };
  return { push, reset: () => void (pending = []) };
}
