// Joins frames whose head and body come over two pipes, in whatever order and pieces the pipes are read. Pure; what it
// holds is bounded, and wiped when it is handed out or dropped: it may be personal data.

export interface SplitFrames {
  readonly headBytes: number;
  /** Bytes of the body that a head announces; null when it is no head. */
  bodyBytesOf(head: Uint8Array): number | null;
  readonly maxBodyBytes: number;
}

export class SplitPipeJoiner {
  readonly #frames: SplitFrames;
  #head = new Uint8Array(0);
  #body = new Uint8Array(0);

  constructor(frames: SplitFrames) {
    this.#frames = frames;
  }

  /** Whole frames, and what can be part of none as it came: the splitter behind this one counts it. */
  push(pipe: 'head' | 'body', bytes: Uint8Array): Uint8Array[] {
    if (pipe === 'head') this.#head = joined(this.#head, bytes);
    else this.#body = joined(this.#body, bytes);
    const out: Uint8Array[] = [];
    while (this.#head.length >= this.#frames.headBytes) {
      const head = this.#head.subarray(0, this.#frames.headBytes);
      const bodyBytes = this.#frames.bodyBytesOf(head);
      if (bodyBytes === null) {
        out.push(this.#head.slice(0, 1));
        this.#head = rest(this.#head, 1);
      } else if (this.#body.length < bodyBytes) break;
      else {
        out.push(joined(head.slice(), this.#body.subarray(0, bodyBytes)));
        this.#head = rest(this.#head, head.length);
        this.#body = rest(this.#body, bodyBytes);
      }
    }
    if (this.#body.length > this.#frames.maxBodyBytes || this.#head.length > this.#frames.maxBodyBytes) this.clear();
    return out;
  }

  clear(): void {
    this.#head = rest(this.#head, this.#head.length);
    this.#body = rest(this.#body, this.#body.length);
  }
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  before.fill(0);
  return both;
}

function rest(bytes: Uint8Array, from: number): Uint8Array<ArrayBuffer> {
  const left = bytes.slice(from);
  bytes.fill(0);
  return left;
}
