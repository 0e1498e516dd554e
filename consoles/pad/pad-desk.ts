// The pad at work: happenings from the hall, the glass and the clock go into the model; what it owes goes to the hall until it is answered.
import type { CommandInput } from '@jiaohao/contracts/commands';
import { ratingFate } from '@jiaohao/contracts/rating-fate';
import type { PadView } from '@jiaohao/contracts/views';
import type { HallConnection } from '../ui/hall-connection.ts';
import type { AskOutcome } from '../ui/kept-requests.ts';
import { newRequestId } from '../ui/request-id.ts';
import { readKept, writeKept } from './kept-ratings.ts';
import type { PadStorage } from './kept-ratings.ts';
import { EMPTY, padAfter } from './pad-model.ts';
import type { Happening, Owed, PadModel } from './pad-model.ts';

export interface PadDeskParts {
  readonly connection: Pick<HallConnection, 'ask' | 'hallNow' | 'snapshot'>;
  readonly storage: PadStorage | null;
  /** Under which the storage keeps what must survive a reload: by window, because a tablet may be moved to another. */
  readonly storedAs: (windowId: string) => string;
  readonly later: (delayMs: number, action: () => void) => void;
}

const AGAIN_AFTER_MS = 5_000;

export class PadDesk {
  readonly #parts: PadDeskParts;
  readonly #listeners = new Set<() => void>();
  /** By requestId: never on the tablet's disk, and gone with the page. */
  readonly #comments = new Map<string, string>();
  readonly #asking = new Set<string>();
  /** Null before the hall's first view: until then nothing is shown or sent. */
  #windowId: string | null = null;
  #model: PadModel = EMPTY;
  #areFingersDown = false;
  #isHallTimeKnown = false;

  constructor(parts: PadDeskParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changed. */
  readonly snapshot = (): PadModel => this.#model;

  viewed(view: PadView): void {
    if (view.windowId !== this.#windowId) this.#standAt(view.windowId);
    this.happens({ type: 'viewed', due: view.evaluationDue });
  }

  /** Never a limit while a finger is down; what the release does comes before the next look at the clock. */
  fingers(areDown: boolean): void {
    this.#areFingersDown = areDown;
  }

  /** Before the hall has told the time there are no limits; what was restored after a reload begins a new one then. */
  lookAtClock(): void {
    if (!this.#isHallTimeKnown) {
      if (this.#parts.connection.snapshot().lastHeardAt === null) return;
      this.#isHallTimeKnown = true;
      this.happens({ type: 'stirred' });
    }
    if (!this.#areFingersDown) this.happens({ type: 'timePassed', requestId: newRequestId() });
  }

  submit(comment: string): void {
    const { stage } = this.#model;
    const text = comment.trim();
    if (stage.kind === 'reasons' && text !== '') this.#comments.set(stage.touched.requestId, text);
    this.happens({ type: 'submitted' });
  }

  happens(happening: Happening): void {
    const after = padAfter(this.#model, happening, this.#parts.connection.hallNow());
    if (after === this.#model) return;
    this.#model = after;
    const { storage, storedAs } = this.#parts;
    if (this.#windowId !== null) writeKept(storage, storedAs(this.#windowId), after);
    this.#pay();
    for (const listener of this.#listeners) listener();
  }

  /** What another window's applicants left stays kept for when the tablet is there again. */
  #standAt(windowId: string): void {
    const { storage, storedAs } = this.#parts;
    this.#windowId = windowId;
    this.#model = readKept(storage, storedAs(windowId));
    this.#isHallTimeKnown = false;
    this.#pay();
    for (const listener of this.#listeners) listener();
  }

  #pay(): void {
    for (const owed of this.#model.owed) if (!this.#asking.has(owed.requestId)) void this.#send(owed);
  }

  async #send(owed: Owed): Promise<void> {
    const { requestId } = owed;
    this.#asking.add(requestId);
    const outcome = await this.#parts.connection.ask(this.#commandOf(owed), requestId);
    if (isSettled(outcome)) {
      this.#asking.delete(requestId);
      this.#comments.delete(requestId);
      this.happens({ type: 'answered', requestId });
    } else {
      this.#parts.later(AGAIN_AFTER_MS, () => {
        this.#asking.delete(requestId);
        this.#pay();
      });
    }
  }

  /** After a reload the free text is gone; if the hall had taken the rating with it, the id alone tells (requestIdReused). */
  #commandOf(owed: Owed): CommandInput {
    const { evaluationId } = owed;
    if (owed.kind === 'lapse') {
      const { asking, reason } = owed;
      return { type: 'lapseEvaluation', evaluationId, asking, reason };
    }
    const { requestId, ticketId, rating, reasons, ratedAt } = owed;
    const comment = this.#comments.get(requestId);
    return {
      type: 'recordEvaluation',
      ...{ ticketId, evaluationId, rating },
      ...(ratedAt === null ? {} : { ratedAt }),
      ...(reasons.length === 0 ? {} : { reasons: [...reasons] }),
      ...(comment === undefined ? {} : { comment }),
    };
  }
}

/** A refusal for good is an answer too: rated already, too late, or taken before the page was reloaded. */
function isSettled(outcome: AskOutcome): boolean {
  switch (outcome.kind) {
    case 'done':
      return true;
    case 'rejected':
      return ratingFate(outcome.error.code) !== 'again';
    case 'refused':
      return ratingFate(outcome.refusal.code) !== 'again';
    case 'unanswered':
      return false;
  }
}
