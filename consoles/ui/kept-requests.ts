// Requests that the hall has not answered yet: kept with their id while the link is down, sent again, answered once.
import type { CommandInput, CommandResult } from '@jiaohao/contracts/commands';
import type { Refusal } from '@jiaohao/contracts/refusals';
import type { CommandAnswer, RequestError } from '@jiaohao/contracts/socket';

export type AskOutcome =
  | { readonly kind: 'done'; readonly result: CommandResult }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'rejected'; readonly error: RequestError }
  /** Nothing came back in time: whether it was carried out is not known. */
  | { readonly kind: 'unanswered' };

export type WireRequest = CommandInput & { readonly requestId: string };

interface KeptRequest {
  readonly request: WireRequest;
  readonly settle: (outcome: AskOutcome) => void;
  readonly patience: ReturnType<typeof setTimeout>;
}

type Send = (request: WireRequest, answered: (answer: CommandAnswer) => void) => void;

export class KeptRequests {
  readonly #kept = new Map<string, KeptRequest>();
  readonly #patienceMs: number;
  #send: Send | null = null;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** Resolves with the first answer, over any number of connections, or `unanswered` when patience ends. Never rejects. */
  ask(request: WireRequest): Promise<AskOutcome> {
    return new Promise((settle) => {
      const patience = setTimeout(() => this.#finish(request.requestId, { kind: 'unanswered' }), this.#patienceMs);
      this.#kept.set(request.requestId, { request, settle, patience });
      this.#sendOne(request);
    });
  }

  isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  /** The link is up: everything unanswered goes out again, each under the id it was pressed with. */
  linkUp(send: Send): void {
    this.#send = send;
    for (const { request } of this.#kept.values()) this.#sendOne(request);
  }

  linkDown(): void {
    this.#send = null;
  }

  close(): void {
    this.linkDown();
    for (const requestId of [...this.#kept.keys()]) this.#finish(requestId, { kind: 'unanswered' });
  }

  #sendOne(request: WireRequest): void {
    this.#send?.(request, (answer) => this.#finish(request.requestId, outcomeOf(answer)));
  }

  #finish(requestId: string, outcome: AskOutcome): void {
    const kept = this.#kept.get(requestId);
    if (kept === undefined) return;
    this.#kept.delete(requestId);
    clearTimeout(kept.patience);
    kept.settle(outcome);
  }
}

function outcomeOf(answer: CommandAnswer): AskOutcome {
  if (answer.ok) return { kind: 'done', result: answer.result };
  if ('refusal' in answer) return { kind: 'refused', refusal: answer.refusal };
  return { kind: 'rejected', error: answer.error };
}
