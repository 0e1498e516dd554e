// Frames of the SDT / SAM_A reader protocol (docs/protocols/id-card-reader.md, "Frames" and "Commands"). Pure.
import type { FrameShape } from '../../framing/frame-splitter.ts';
import type { SplitFrames } from '../../framing/split-pipes.ts';

/** CMD and PARA of what the driver asks. */
export const SDT_COMMANDS = {
  samStatus: [0x11, 0xff],
  samId: [0x12, 0xff],
  findCard: [0x20, 0x01],
  selectCard: [0x20, 0x02],
  readCard: [0x30, 0x01],
  readNewAddress: [0x30, 0x03],
} as const;

export type SdtCommand = keyof typeof SDT_COMMANDS;

const PREAMBLE = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const;
/** Preamble and the two length bytes; the length counts everything after them, the checksum included. */
const HEAD_BYTES = 7;
const MIN_REPLY_LENGTH = 4;
/** The longest reply documented has length 0x090A; anything above this is noise. */
const MAX_REPLY_LENGTH = 4096;

export interface SdtReply {
  /** Card status words that the reader passes on; of no use to a caller. */
  readonly sw1: number;
  readonly sw2: number;
  readonly sw3: number;
  /** A view into the frame. */
  readonly data: Uint8Array;
}

/** Preamble, length (big-endian), command, checksum. */
export function encodeRequest(command: readonly [number, number], data: readonly number[] = []): Uint8Array {
  const length = command.length + data.length + 1;
  const body = [length >> 8, length & 0xff, ...command, ...data];
  return Uint8Array.from([...PREAMBLE, ...body, xor(body)]);
}

/** Extra AA before the preamble is legal noise: the last three count, which one-byte resynchronising gives for nothing. */
export const SDT_REPLY_SHAPE: FrameShape = {
  maxFrameBytes: HEAD_BYTES + MAX_REPLY_LENGTH,
  judge(bytes) {
    if (PREAMBLE.some((byte, index) => index < bytes.length && bytes[index] !== byte)) return 'notHere';
    if (bytes.length < HEAD_BYTES) return 'incomplete';
    const length = u16be(bytes, PREAMBLE.length);
    if (length < MIN_REPLY_LENGTH || length > MAX_REPLY_LENGTH) return 'notHere';
    const total = HEAD_BYTES + length;
    if (bytes.length < total) return 'incomplete';
    return xor(bytes.subarray(PREAMBLE.length, total - 1)) === bytes[total - 1] ? total : 'notHere';
  },
};

/** On USB with two pipes each way preamble and length travel on one, the rest on the other. */
export const SDT_SPLIT_FRAMES: SplitFrames = {
  headBytes: HEAD_BYTES,
  maxBodyBytes: 2 * MAX_REPLY_LENGTH,
  bodyBytesOf(head) {
    if (PREAMBLE.some((byte, index) => head[index] !== byte)) return null;
    const length = u16be(head, PREAMBLE.length);
    return length < MIN_REPLY_LENGTH || length > MAX_REPLY_LENGTH ? null : length;
  },
};

/** Takes a whole frame that the splitter passed (at least 11 bytes, checksum right). */
export function decodeReply(frame: Uint8Array): SdtReply {
  const [sw1 = 0, sw2 = 0, sw3 = 0] = frame.subarray(HEAD_BYTES, HEAD_BYTES + 3);
  return { sw1, sw2, sw3, data: frame.subarray(HEAD_BYTES + 3, frame.length - 1) };
}

/** Text block of a `readCard` reply. Null when the lengths do not fit the data. */
export function textOfPayload(data: Uint8Array): Uint8Array | null {
  return partsOfPayload(data)?.text ?? null;
}

/**
 * A card reply: lengths of text and photo (big-endian), on a reply with fingerprints theirs as a third; then the parts.
 * Views, never copies; fingerprints are passed over. Null when the lengths do not fit the data.
 */
export function partsOfPayload(data: Uint8Array): { readonly text: Uint8Array; readonly photo: Uint8Array } | null {
  if (data.length < 4) return null;
  const textLength = u16be(data, 0);
  const photoLength = u16be(data, 2);
  const hasThird = data.length >= 6 && data.length === 6 + textLength + photoLength + u16be(data, 4);
  const isExact = data.length === 4 + textLength + photoLength;
  const textAt = hasThird && !isExact ? 6 : 4;
  const photoAt = textAt + textLength;
  if (photoAt + photoLength > data.length) return null;
  return { text: data.subarray(textAt, photoAt), photo: data.subarray(photoAt, photoAt + photoLength) };
}

/** Number of the security module, for a person: `05.01-20150101-0000012345-1234567890`. Null when shorter than 16 bytes. */
export function decodeSamId(data: Uint8Array): string | null {
  if (data.length < 16) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const pair = (at: number) => view.getUint8(at).toString(16).padStart(2, '0');
  const long = (at: number) => String(view.getUint32(at, true)).padStart(10, '0');
  return `${pair(0)}.${pair(2)}-${String(view.getUint32(4, true))}-${long(8)}-${long(12)}`;
}

function u16be(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function xor(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}
