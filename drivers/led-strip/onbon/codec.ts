// The frame of Onbon font cards, both ways (docs/protocols/led-strip.md, "Frame"):
// A5 ... A5 | escaped( header 14 | data | CRC-16/ARC low byte first ) | 5A
import type { FrameShape } from '../../framing/frame-splitter.ts';

export interface OnbonFrame {
  /** Screen address of a card, 0x8000 for the host, 0xFFFE for every card. */
  readonly destination: number;
  readonly source: number;
  readonly deviceType: number;
  /** Group, command, reply flag or error, two bytes, parameters. */
  readonly data: Uint8Array;
}

export const HOST_ADDRESS = 0x8000;
export const BROADCAST_ADDRESS = 0xfffe;
/** Device type of a host that does not care which card it talks to. */
export const ANY_DEVICE = 0xfe;

const START = 0xa5;
const END = 0x5a;
/** A5 -> A6 02, A6 -> A6 01, 5A -> 5B 02, 5B -> 5B 01: neither mark ever stands inside. */
const START_ESCAPE = 0xa6;
const END_ESCAPE = 0x5b;
/** A receiver takes one or more; the maker's own frames have eight. */
const START_COUNT = 8;
/** Behind so many it is a stuck line, not the beginning of a frame. */
const MAX_STARTS = 64;
const PROTOCOL_VERSION = 0x02;
const HEADER_BYTES = 14;
const CRC_BYTES = 2;
/** Group, command, flag, two bytes. */
const MIN_DATA_BYTES = 5;
const MAX_DATA_BYTES = 2048;

/** Polynomial A001 reflected, from 0000, nothing at the end. */
export function crc16Arc(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** Throws RangeError for data that no card takes in one frame. */
export function encodeOnbonFrame({ destination, source, deviceType, data }: OnbonFrame): Uint8Array {
  if (data.length < MIN_DATA_BYTES || data.length > MAX_DATA_BYTES) {
    throw new RangeError(`a frame carries ${MIN_DATA_BYTES} to ${MAX_DATA_BYTES} bytes, not ${data.length}`);
  }
  const body = new Uint8Array(HEADER_BYTES + data.length + CRC_BYTES);
  const view = new DataView(body.buffer);
  view.setUint16(0, destination, true);
  view.setUint16(2, source, true);
  // 4 to 6 reserved, 7 no barcode, 8 check by CRC, 9 normal display.
  body[10] = deviceType;
  body[11] = PROTOCOL_VERSION;
  view.setUint16(12, data.length, true);
  body.set(data, HEADER_BYTES);
  view.setUint16(HEADER_BYTES + data.length, crc16Arc(body.subarray(0, -CRC_BYTES)), true);
  return Uint8Array.from([...Array<number>(START_COUNT).fill(START), ...escaped(body), END]);
}

/** Whole, length and CRC right, of the font cards' version and without a barcode; anything else is not a frame. */
export const ONBON_FRAME_SHAPE: FrameShape = {
  maxFrameBytes: MAX_STARTS + 2 * (HEADER_BYTES + MAX_DATA_BYTES + CRC_BYTES) + 1,
  judge(bytes) {
    const bodyAt = startCount(bytes);
    if (bodyAt === 0 || bodyAt > MAX_STARTS) return 'notHere';
    for (let at = bodyAt; at < bytes.length; at += 1) {
      // A start mark inside: what stood before it was cut off.
      if (bytes[at] === START) return 'notHere';
      if (bytes[at] === END) return isSound(unescaped(bytes.subarray(bodyAt, at))) ? at + 1 : 'notHere';
    }
    return 'incomplete';
  },
};

/** The content of a frame that `ONBON_FRAME_SHAPE` let through. */
export function decodeOnbonFrame(frame: Uint8Array): OnbonFrame {
  const body = unescaped(frame.subarray(startCount(frame), -1)) ?? new Uint8Array(HEADER_BYTES + CRC_BYTES);
  const view = new DataView(body.buffer);
  return {
    destination: view.getUint16(0, true),
    source: view.getUint16(2, true),
    deviceType: view.getUint8(10),
    data: body.slice(HEADER_BYTES, -CRC_BYTES),
  };
}

/** Start bytes at the head; counted no further than one beyond what is allowed. */
function startCount(bytes: Uint8Array): number {
  let count = 0;
  while (count <= MAX_STARTS && bytes[count] === START) count += 1;
  return count;
}

function isSound(body: Uint8Array | null): boolean {
  if (body === null || body.length < HEADER_BYTES + MIN_DATA_BYTES + CRC_BYTES) return false;
  const view = new DataView(body.buffer);
  const isPlain = body[7] === 0 && body[8] === 0 && body[11] === PROTOCOL_VERSION;
  if (!isPlain || view.getUint16(12, true) !== body.length - HEADER_BYTES - CRC_BYTES) return false;
  return view.getUint16(body.length - CRC_BYTES, true) === crc16Arc(body.subarray(0, -CRC_BYTES));
}

function* escaped(body: Uint8Array): Generator<number> {
  for (const byte of body) {
    if (byte === START || byte === START_ESCAPE) yield* [START_ESCAPE, byte === START ? 2 : 1];
    else if (byte === END || byte === END_ESCAPE) yield* [END_ESCAPE, byte === END ? 2 : 1];
    else yield byte;
  }
}

/** Null where an escape is followed by anything but 01 or 02. */
function unescaped(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== START_ESCAPE && byte !== END_ESCAPE) {
      plain.push(byte);
      continue;
    }
    at += 1;
    const kind = bytes[at];
    if (kind !== 1 && kind !== 2) return null;
    if (kind === 1) plain.push(byte);
    else plain.push(byte === START_ESCAPE ? START : END);
  }
  return Uint8Array.from(plain);
}
