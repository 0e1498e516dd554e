// An opening under way: whoever asks meanwhile joins it, and whoever closes waits for its end.

export class Opening {
  #underWay: Promise<void> | null = null;

  /** A close that need not wait begins at once. */
  get isUnderWay(): boolean {
    return this.#underWay !== null;
  }

  join(open: () => Promise<void>): Promise<void> {
    this.#underWay ??= open().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** So that no line stays open behind a closer's back; how it ended is its caller's. */
  async ended(): Promise<void> {
    await this.#underWay?.catch(() => undefined);
  }
}
