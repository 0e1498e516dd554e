// The page's requests under way: the same touch asked again joins the one that runs, it never begins a second.
import { setTimeout as delay } from 'node:timers/promises';
import type { TakeTicketOutcome } from '../wire/page.ts';

export interface Running {
  /** Settles when the hall has answered; printing may still go on. */
  readonly answered: Promise<unknown>;
  readonly outcome: Promise<TakeTicketOutcome>;
}

export class RunningRequests {
  readonly #running = new Map<string, Running>();

  /** The outcome of `begin` or of the request already running under this id; `linkLost` when the hall is silent too long. */
  async join(requestId: string, answerLimitMs: number, begin: () => Running): Promise<TakeTicketOutcome> {
    let running = this.#running.get(requestId);
    if (running === undefined) {
      running = begin();
      this.#running.set(requestId, running);
      void running.outcome.then((outcome) => {
        // A refusal may be asked again with the same id; a number stays until its person leaves.
        if (outcome.type !== 'printed' && outcome.type !== 'notPrinted') this.#running.delete(requestId);
      });
    }
    const limit = new AbortController();
    const tooLate = delay(answerLimitMs, 'tooLate', { signal: limit.signal }).catch(() => 'answered');
    const first = await Promise.race([running.answered.then(() => 'answered'), tooLate]);
    limit.abort();
    return first === 'tooLate' ? { type: 'linkLost' } : running.outcome;
  }

  has(requestId: string): boolean {
    return this.#running.has(requestId);
  }

  /** Of a request whose page was told `linkLost` while it runs on; null when nothing runs under this id. */
  outcomeOf(requestId: string): Promise<TakeTicketOutcome> | null {
    return this.#running.get(requestId)?.outcome ?? null;
  }

  /** Their person left: the numbers given are no longer handed to a repeated touch. */
  forget(): void {
    this.#running.clear();
  }
}
