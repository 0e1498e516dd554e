// Whether a device comes and goes too often for each change to be told: a loose plug must not fill the hall's journal.

/** Changes that may come one upon the other. */
const CHANGES_AT_ONCE = 8;
/** One more is allowed each time this has passed. */
const CHANGE_EVERY_MS = 10_000;
/** Quiet for so long, a device counts as steady again. */
export const QUIET_MS = 10_000;

/** `now` in ms of any steady clock. */
export class Steadiness {
  readonly #now: () => number;
  #allowed = CHANGES_AT_ONCE;
  #changedAt: number | null = null;
  #isUnsteady = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  changed(): void {
    const now = this.#now();
    const quietMs = this.#changedAt === null ? Infinity : now - this.#changedAt;
    if (quietMs >= QUIET_MS) this.#isUnsteady = false;
    this.#allowed = Math.min(CHANGES_AT_ONCE, this.#allowed + quietMs / CHANGE_EVERY_MS);
    this.#changedAt = now;
    if (this.#allowed < 1) this.#isUnsteady = true;
    else this.#allowed -= 1;
  }

  /** How long until it counts as steady, if nothing changes meanwhile; 0: it is. */
  get unsteadyForMs(): number {
    if (!this.#isUnsteady || this.#changedAt === null) return 0;
    return Math.max(0, this.#changedAt + QUIET_MS - this.#now());
  }
}
