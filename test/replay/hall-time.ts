// The hall's clock as its clients know it: from what the hall says, and its known speed between two sayings.

/** setTimeout waits in whole milliseconds; the last of them is waited for again. */
const LEAST_WAIT_MS = 1;

export class HallTime {
  readonly #speed: number;
  #offset: number | null = null;

  constructor(speed: number) {
    this.#speed = speed;
  }

  /** A message said that it is `at`. The one that was least under way tells the time best. */
  heard(at: number): void {
    const offset = at - performance.now() * this.#speed;
    this.#offset = this.#offset === null ? offset : Math.max(this.#offset, offset);
  }

  /** Epoch ms; never ahead of the hall, behind it by what a message takes. */
  now(): number {
    if (this.#offset === null) throw new Error('The hall has not said yet what time it is.');
    return Math.floor(this.#offset + performance.now() * this.#speed);
  }

  async until(at: number): Promise<void> {
    for (let left = at - this.now(); left > 0; left = at - this.now()) {
      const waitMs = Math.max(LEAST_WAIT_MS, left / this.#speed);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
