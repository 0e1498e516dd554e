// The frame that call pads and evaluation pads share on their 485 bus (docs/protocols/evaluation-pad.md, "Frame"):
// FF 68 | L | L | 68 | ADDR | FUNC | DATA (L-2) | SUM | 16
import type { FrameShape } from '../framing/frame-splitter.ts';

export interface BusFrame {
  /** 1 to 255: which pad. */
  readonly address: number;
  readonly func: number;
  readonly data: readonly number[];
}

/** Pad to host: the result of an evaluation. Every other function is a key. */
export const RESULT_FUNCTION = 0x11;
/** Host to pad: acknowledges a result, and begins an evaluation. */
export const EVALUATION_FUNCTION = 0x01;

const END = 0x16;
/** FF 68 L L 68 before the counted bytes, SUM and 16 behind them. */
const HEAD_BYTES = 5;
const FRAME_OVERHEAD_BYTES = 7;
/** A pad sends 1 to 3 data bytes. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 5;

function sumOf(bytes: Uint8Array | readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum += bytes[at] ?? 0;
  return sum & 0xff;
}

export function encodeBusFrame({ address, func, data }: BusFrame): Uint8Array {
  const counted = [address, func, ...data];
  const length = counted.length;
  return Uint8Array.from([0xff, 0x68, length, length, 0x68, ...counted, sumOf(counted), END]);
}

/** Frames from pads to the host: both lengths equal and 3 to 5, SUM and the end mark right; anything else is not a frame. */
export const PAD_FRAME_SHAPE: FrameShape = {
  maxFrameBytes: MAX_LENGTH + FRAME_OVERHEAD_BYTES,
  judge(bytes) {
    if (bytes[0] !== 0xff || (bytes[1] ?? 0x68) !== 0x68 || (bytes[4] ?? 0x68) !== 0x68) return 'notHere';
    const length = bytes[2];
    if (length === undefined) return 'incomplete';
    if (length < MIN_LENGTH || length > MAX_LENGTH || (bytes[3] ?? length) !== length) return 'notHere';
    const frameBytes = length + FRAME_OVERHEAD_BYTES;
    if (bytes.length < frameBytes) return 'incomplete';
    const counted = bytes.subarray(HEAD_BYTES, HEAD_BYTES + length);
    const isSound = bytes[frameBytes - 2] === sumOf(counted) && bytes[frameBytes - 1] === END;
    return isSound ? frameBytes : 'notHere';
  },
};

/** The content of a frame that `PAD_FRAME_SHAPE` let through. */
export function decodePadFrame(frame: Uint8Array): BusFrame {
  const [address = 0, func = 0, ...data] = frame.subarray(HEAD_BYTES, frame.length - 2);
  return { address, func, data };
}

/** What tells the pad that the host took its frame: a key comes back as it was, a result comes back under function 01. */
export function acknowledgementOf(frame: BusFrame): BusFrame {
  return frame.func === RESULT_FUNCTION ? { ...frame, func: EVALUATION_FUNCTION } : frame;
}
