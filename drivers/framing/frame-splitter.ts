// Cuts a stream of bytes into frames. Pure: no port, no timer. After a bad frame it goes on one byte further, so a good
// frame behind garbage is never lost. What it drops is counted, never kept or shown: it may be personal data.

/** The length in bytes of the frame at the head, or that more bytes are needed, or that no frame begins at the first byte. */
export type FrameVerdict = number | 'incomplete' | 'notHere';

export interface FrameShape {
  /** Longest frame the protocol allows, in bytes; bounds the memory. */
  readonly maxFrameBytes: number;
  /** Judges the head of `bytes` (at least one byte). Must not keep or change them. */
  judge(bytes: Uint8Array): FrameVerdict;
}

export interface SplitResult {
  /** Copies; whoever takes them may wipe them. */
  readonly frames: readonly Uint8Array[];
  readonly discardedByteCount: number;
}

export interface FrameSplitter {
  push(bytes: Uint8Array): SplitResult;
  /** No more bytes will come: gives up incomplete frames, hands out whole ones hidden behind them, and is empty again. */
  finish(): SplitResult;
}

export function createFrameSplitter(shape: FrameShape): FrameSplitter {
  let rest = new Uint8Array(0);
  const take = (bytes: Uint8Array, isFinal: boolean): SplitResult => {
    const work = new Uint8Array(rest.length + bytes.length);
    work.set(rest);
    work.set(bytes, rest.length);
    rest.fill(0);
    const { result, restAt } = scan(shape, work, isFinal);
    rest = work.slice(restAt);
    work.fill(0);
    return result;
  };
  return { push: (bytes) => take(bytes, false), finish: () => take(new Uint8Array(0), true) };
}

function scan(shape: FrameShape, bytes: Uint8Array, isFinal: boolean): { result: SplitResult; restAt: number } {
  const frames: Uint8Array[] = [];
  let discardedByteCount = 0;
  let at = 0;
  while (at < bytes.length) {
    const head = bytes.subarray(at);
    const verdict = shape.judge(head);
    if (typeof verdict === 'number') {
      frames.push(head.slice(0, verdict));
      at += verdict;
    } else if (verdict === 'incomplete' && !isFinal && head.length < shape.maxFrameBytes) {
      break;
    } else {
      discardedByteCount += 1;
      at += 1;
    }
  }
  return { result: { frames, discardedByteCount }, restAt: at };
}
