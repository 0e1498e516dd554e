// What each framer of the drivers is fed in its figure: whole frames as devices send them, typed from captures or manuals, in chunks of a USB packet.
import { PAD_FRAME_SHAPE } from '../../drivers/bus-485/codec.ts';
import { LineCutter } from '../../drivers/document-scanner/line-cutter.ts';
import { createFrameSplitter } from '../../drivers/framing/frame-splitter.ts';
import type { FrameShape } from '../../drivers/framing/frame-splitter.ts';
import { SplitPipeJoiner } from '../../drivers/framing/split-pipes.ts';
import { SDT_REPLY_SHAPE, SDT_SPLIT_FRAMES } from '../../drivers/id-card-reader/sdt/codec.ts';
import { goldenReadReply } from '../../drivers/id-card-reader/sdt/testing/golden.ts';
import { ONBON_FRAME_SHAPE } from '../../drivers/led-strip/onbon/codec.ts';
import { bytesOf, PUBLISHED, PUBLISHED_ACKS } from '../../drivers/led-strip/testing/published-frames.ts';
import { printerInputStream } from '../../drivers/ticket-printer/escpos/input-stream.ts';

export interface FramerStream {
  /** Name of its line in the table, behind `framer-`. */
  readonly name: string;
  readonly chunks: readonly Uint8Array[];
  readonly frameCount: number;
  /** A new framer; gives how many frames each chunk completed. */
  readonly open: () => (chunk: Uint8Array) => number;
}

const CHUNK_BYTES = 64;
const STREAM_BYTES = 256 * 1024;

/** A pad's key and its result, and an acknowledgement's neighbours on the bus. */
const PAD_FRAMES = ['FF6803036801010C0E16', 'FF680303680311041816'].map(bytesOf);
/** Four status replies, a status block, a process id and the reply to a fence. */
const PRINTER_INPUT = bytesOf('12121212 14000000 37224142434400 00');
const CODE = new TextEncoder().encode('JH20261123-000123\r\n');

export const FRAMER_STREAMS: readonly FramerStream[] = [
  framed('sdt', SDT_REPLY_SHAPE, [goldenReadReply()]),
  framed('bus485', PAD_FRAME_SHAPE, PAD_FRAMES),
  framed('onbon', ONBON_FRAME_SHAPE, [...PUBLISHED_ACKS, PUBLISHED.temperature].map(bytesOf)),
  splitPipes(),
  stream('escpos', [PRINTER_INPUT], 7, () => {
    const inputs = printerInputStream();
    return (chunk) => inputs.push(chunk, 0).length;
  }),
  stream('scanner', [CODE], 1, () => {
    const cutter = new LineCutter(null);
    return (chunk) => cutter.push(chunk).length;
  }),
];

function framed(name: string, shape: FrameShape, frames: readonly Uint8Array[]): FramerStream {
  return stream(name, frames, frames.length, () => {
    const splitter = createFrameSplitter(shape);
    return (chunk) => splitter.push(chunk).frames.length;
  });
}

function stream(
  name: string,
  frames: readonly Uint8Array[],
  framesInAll: number,
  open: FramerStream['open'],
): FramerStream {
  const once = Buffer.concat(frames);
  const repeats = Math.ceil(STREAM_BYTES / once.length);
  const bytes = Uint8Array.from(Buffer.concat(Array.from({ length: repeats }, () => once)));
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, at) =>
    bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
  );
  return { name, chunks, frameCount: framesInAll * repeats, open };
}

/** Of each reply the first chunk is a head on the one pipe, the others a body on the other. */
function splitPipes(): FramerStream {
  const reply = goldenReadReply();
  const pieces = [reply.subarray(0, SDT_SPLIT_FRAMES.headBytes)];
  for (let at = SDT_SPLIT_FRAMES.headBytes; at < reply.length; at += CHUNK_BYTES) {
    pieces.push(reply.subarray(at, at + CHUNK_BYTES));
  }
  const repeats = Math.ceil(STREAM_BYTES / reply.length);
  const open = () => {
    const joiner = new SplitPipeJoiner(SDT_SPLIT_FRAMES);
    return (chunk: Uint8Array) =>
      joiner.push(chunk.length === SDT_SPLIT_FRAMES.headBytes ? 'head' : 'body', chunk).length;
  };
  return {
    name: 'split-pipes',
    chunks: Array.from({ length: repeats }, () => pieces).flat(),
    frameCount: repeats,
    open,
  };
}
