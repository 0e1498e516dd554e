// Who may do what staff do at this terminal: the one place where a PIN is looked at, with patience for wrong ones.
import type { PinTrouble } from '../wire/self-test.ts';
import { afterWrongPin, isPin, NO_TRIES } from './leave-pin.ts';
import type { Log } from './log.ts';

export class StaffPin {
  readonly #hash: string | undefined;
  readonly #log: Log;
  readonly #now: () => number;
  #tries = NO_TRIES;

  /** `hash` is `shell.leavePin` of the configuration. `now`: monotonic ms. */
  constructor(hash: string | undefined, log: Log, now: () => number = () => performance.now()) {
    this.#hash = hash;
    this.#log = log;
    this.#now = now;
  }

  get isSet(): boolean {
    return this.#hash !== undefined;
  }

  /** Null: right. */
  async check(pin: string): Promise<PinTrouble | null> {
    if (this.#hash === undefined) return { type: 'noPin' };
    const now = this.#now();
    const { blockedUntil } = this.#tries;
    if (now < blockedUntil) return { type: 'blocked', forMs: Math.ceil(blockedUntil - now) };
    // Counted before it is looked at: questions asked at the same time are as many tries.
    this.#tries = afterWrongPin(this.#tries, now);
    if (await isPin(pin, this.#hash)) {
      this.#tries = NO_TRIES;
      return null;
    }
    this.#log.warn({ wrong: this.#tries.wrong }, 'A wrong PIN at the glass');
    return { type: 'wrongPin' };
  }
}
