// Writes that the operating system has not taken yet: when the line goes, each is told so and none waits for ever.
import { portLost } from './port-faults.ts';

type Done = (error?: Error | null) => void;

export class PendingWrites {
  readonly #name: string;
  readonly #pending = new Set<(error: Error) => void>();

  /** `name` of the line, for its faults. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Starts a write; `start` is given what to call when the system has taken the bytes or failed. Rejects with `portLost`. */
  begin(start: (done: Done) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        this.#pending.delete(fail);
        reject(error);
      };
      this.#pending.add(fail);
      start((error) => {
        if (error) {
          fail(portLost(this.#name, error));
          return;
        }
        this.#pending.delete(fail);
        resolve();
      });
    });
  }

  /** The line is gone: every write under way fails with `portLost`. */
  failAll(): void {
    for (const fail of [...this.#pending]) fail(portLost(this.#name));
  }
}
