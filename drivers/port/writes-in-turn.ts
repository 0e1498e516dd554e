// Writes that wait for each other, so that no two of them mix on the way; one that failed does not stop the next.

export class WritesInTurn {
  #last: Promise<unknown> = Promise.resolve();

  add(write: () => Promise<void>): Promise<void> {
    const written = this.#last.then(write);
    this.#last = written.catch(() => undefined);
    return written;
  }
}
