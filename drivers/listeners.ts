// Who listens to something: each is told once, also where one of them comes or goes meanwhile.

export class Listeners<T> {
  readonly #all = new Set<(told: T) => void>();

  /** Returns the function that stops listening. */
  add(listener: (told: T) => void): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  tell(told: T): void {
    for (const listener of [...this.#all]) listener(told);
  }
}
