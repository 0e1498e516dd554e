// HMAC-SHA256 in the two one-shot hashes it is made of: between two commits createHmac takes four times as long.
import { hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const HASH = 'sha256';
/** Bytes that SHA-256 takes in at a time: RFC 2104 pads a key to them. */
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Most events are shorter; a longer text gets room of its own. */
const ROOM_BYTES = 4_096;
const UTF8_BYTES_PER_UNIT = 3;

/** RFC 2104 over 32 bytes and the UTF-8 of a text behind them. */
export type KeyedHash = (before: Buffer, text: string) => Buffer;

/** `key` has at most 64 bytes; a longer one RFC 2104 would hash first. */
export function keyedHash(key: KeyObject): KeyedHash {
  const innerPad = padded(key, 0x36);
  const outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(DIGEST_BYTES)]);
  const room = Buffer.concat([innerPad, Buffer.alloc(DIGEST_BYTES + ROOM_BYTES)]);
  return (before, text) => {
    const begin = BLOCK_BYTES + before.length;
    const needed = begin + text.length * UTF8_BYTES_PER_UNIT;
    const inner = needed <= room.length ? room : Buffer.concat([innerPad, Buffer.alloc(needed - BLOCK_BYTES)]);
    inner.set(before, BLOCK_BYTES);
    const end = begin + inner.write(text, begin);
    // As hexadecimal text: a Buffer of its own for each digest costs as much as the hash.
    outer.write(hash(HASH, inner.subarray(0, end), 'hex'), BLOCK_BYTES, 'hex');
    return Buffer.from(hash(HASH, outer, 'hex'), 'hex');
  };
}

function padded(key: KeyObject, pad: number): Buffer {
  const bytes = key.export();
  if (bytes.length > BLOCK_BYTES) throw new Error(`A key of ${bytes.length} bytes is longer than ${BLOCK_BYTES}.`);
  return Buffer.from(Buffer.alloc(BLOCK_BYTES, pad).map((byte, at) => byte ^ (bytes[at] ?? 0)));
}
