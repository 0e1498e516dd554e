// Cuts the bytes of a serial scanner into texts at its suffix. Pure, bounded, and wiped once read: it may be a passport.
import { MAX_CODE_CHARACTERS } from './code-collector.ts';

/** UTF-8 of the longest code and of the lines of a zone. */
const MAX_BYTES = 4 * MAX_CODE_CHARACTERS;

export type Cut = { readonly type: 'text'; readonly text: string } | { readonly type: 'noText' | 'tooLong' };

export class LineCutter {
  /** Null: any CR or LF ends a line. Empty: only silence does. */
  readonly #suffix: Uint8Array | null;
  #held = new Uint8Array(0);
  #isOverlong = false;

  constructor(suffix: Uint8Array | null) {
    this.#suffix = suffix;
  }

  push(bytes: Uint8Array): Cut[] {
    const work = new Uint8Array(this.#held.length + bytes.length);
    work.set(this.#held);
    work.set(bytes, this.#held.length);
    this.#held.fill(0);
    const cuts: Cut[] = [];
    let at = 0;
    for (let end = this.#endFrom(work, at); end !== null; end = this.#endFrom(work, at)) {
      cuts.push(...this.#cut(work.subarray(at, end.at)));
      at = end.at + end.bytes;
    }
    this.#isOverlong ||= work.length - at > MAX_BYTES;
    // Of what is too long only as much is kept as may be the beginning of the suffix.
    const keepFrom = this.#isOverlong ? Math.max(at, work.length - (this.#suffix?.length ?? 1)) : at;
    this.#held = work.slice(keepFrom);
    work.fill(0);
    return cuts;
  }

  /** The line has fallen silent: what is held is a text where no suffix is expected, and noise otherwise. */
  idle(): Cut[] {
    const held = this.#held;
    this.#held = new Uint8Array(0);
    if (this.#suffix?.length === 0) return this.#cut(held);
    const isNoise = held.length > 0 || this.#isOverlong;
    this.#isOverlong = false;
    held.fill(0);
    return isNoise ? [{ type: 'noText' }] : [];
  }

  #cut(bytes: Uint8Array): Cut[] {
    const isOverlong = this.#isOverlong || bytes.length > MAX_BYTES;
    this.#isOverlong = false;
    const text = isOverlong ? null : textOf(bytes);
    bytes.fill(0);
    if (isOverlong) return [{ type: 'tooLong' }];
    if (text === null) return [{ type: 'noText' }];
    return text === '' ? [] : [{ type: 'text', text }];
  }

  #endFrom(work: Uint8Array, from: number): { at: number; bytes: number } | null {
    const suffix = this.#suffix;
    if (suffix === null) {
      for (let at = from; at < work.length; at += 1) {
        if (work[at] === 0x0d || work[at] === 0x0a) return { at, bytes: 1 };
      }
      return null;
    }
    if (suffix.length === 0) return null;
    for (let at = from; at + suffix.length <= work.length; at += 1) {
      if (suffix.every((byte, index) => work[at + index] === byte)) return { at, bytes: suffix.length };
    }
    return null;
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Null for bytes that are no UTF-8, or hold control characters other than the ends of lines. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = UTF_8.decode(bytes);
    return /[\0-\x09\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
