// Counts fences sent and answered: a GS r reply names no job, so the late one of an earlier ticket must not confirm the next.

export class FenceLedger {
  #owed = 0;
  #hasAnswered = false;
  #onReply: (() => void) | null = null;

  /** Fences sent that the printer has not answered, as far as we know. */
  get owed(): number {
    return this.#owed;
  }

  /** This printer has answered a fence before, so it can. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  sent(): void {
    this.#owed += 1;
  }

  /** A reply came in. True when one was owed; otherwise it is noise. */
  heard(): boolean {
    if (this.#owed === 0) return false;
    this.#owed -= 1;
    this.#hasAnswered = true;
    this.#onReply?.();
    return true;
  }

  /**
   * Waits, behind one more fence just sent, until all owed replies are in. Fences in a row are executed in a row: once one is
   * answered and the line stays quiet for `waitMs`, the rest was lost with the printer's buffer. False when none is answered.
   */
  settle(waitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isSettled: boolean): void => {
        clearTimeout(timer);
        this.#onReply = null;
        if (isSettled) this.#owed = 0;
        resolve(isSettled);
      };
      let timer = setTimeout(() => end(false), 2 * waitMs);
      this.#onReply = () => {
        clearTimeout(timer);
        if (this.#owed === 0) end(true);
        else timer = setTimeout(() => end(true), waitMs);
      };
    });
  }
}
