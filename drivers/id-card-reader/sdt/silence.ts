// Tells a reader that says nothing from a line on which something else speaks: another device, or another speed.

/** Another device may speak only now and then: for so long after its last word a silence counts as strange. */
const STRANGE_FOR_MS = 60_000;

export class Silence {
  #byteCount = 0;
  #strangeAtMs = Number.NEGATIVE_INFINITY;

  /** The reader has answered: noise until now, `byteCount` bytes since the opening, was only noise. */
  isOver(byteCount: number): void {
    this.#byteCount = byteCount;
    this.#strangeAtMs = Number.NEGATIVE_INFINITY;
  }

  /** Whether bytes that are no reply came since it was last asked, or shortly before. */
  isStrange(byteCount: number): boolean {
    if (byteCount > this.#byteCount) this.#strangeAtMs = performance.now();
    this.#byteCount = byteCount;
    return performance.now() - this.#strangeAtMs < STRANGE_FOR_MS;
  }
}
