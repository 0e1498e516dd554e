// The window's pad: asks when the hall wants a rating, and sees to it that every rating given reaches the hall.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { Rating } from '@jiaohao/contracts/evaluation';
import { EvaluationId, Instant, RequestId, TicketId } from '@jiaohao/contracts/ids';
import { ratingFate } from '@jiaohao/contracts/rating-fate';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { RequestError } from '@jiaohao/contracts/socket';
import type { WindowTerminal } from '@jiaohao/contracts/views';
import type { DevicesNotice } from '../wire/devices.ts';
import { askUntilSettled } from './ask-until-settled.ts';
import type { AskHall } from './hall-link.ts';
import type { HallReply } from './hall-reply.ts';
import { KeptList } from './kept-list.ts';
import type { Log } from './log.ts';

/** A rating between the key press and the hall's answer; on disk, so that none is lost, the poor ones least of all. */
export const KeptRating = z.strictObject({
  requestId: RequestId,
  ticketId: TicketId,
  evaluationId: EvaluationId,
  rating: Rating,
  /** By the hall's clock. */
  ratedAt: Instant,
});
export type KeptRating = z.infer<typeof KeptRating>;

/** What the hall will never take, with the word by which it said so: kept for the technician, never thrown away. */
export const UndeliverableRating = KeptRating.extend({ refusedAs: z.string() });
export type UndeliverableRating = z.infer<typeof UndeliverableRating>;

/** Both lists of a window, on the terminal's disk. */
export function keptRatings(folder: string, name: string, log: Log): Pick<EvaluationsParts, 'kept' | 'undeliverable'> {
  return {
    kept: new KeptList(join(folder, `${name}.json`), KeptRating, log),
    undeliverable: new KeptList(join(folder, `${name}-undeliverable.json`), UndeliverableRating, log),
  };
}

export interface EvaluationsParts {
  readonly hall: AskHall;
  readonly pad: { ask(evaluationId: number, timeoutMs: number): void; cancelAsk(): void };
  readonly kept: KeptList<KeptRating>;
  readonly undeliverable: KeptList<UndeliverableRating>;
  /** Told while there are any, from the start. */
  readonly hasUndeliverable: () => void;
  readonly log: Log;
  readonly closing: AbortSignal;
}

const REMEMBERED = 8;

type EvaluationDue = NonNullable<WindowTerminal['evaluationDue']>;

export class Evaluations {
  readonly #parts: EvaluationsParts;
  /** What the hall wants asked, as of its newest view. */
  #due: EvaluationDue | null = null;
  /** By evaluationId. A key pressed while the next asking is on its way is still for the one before. */
  readonly #asked = new Map<number, EvaluationDue>();
  /** The asking that was answered or lapsed here; the hall's view may still show it for a moment. */
  #settled: EvaluationDue | null = null;

  constructor(parts: EvaluationsParts) {
    this.#parts = parts;
    if (parts.undeliverable.items().length > 0) parts.hasUndeliverable();
    for (const rating of parts.kept.items()) void this.#send(rating);
  }

  /** Ratings that the hall has not acknowledged yet. */
  get unsent(): number {
    return this.#parts.kept.items().length;
  }

  /** A new asking replaces the one before; its evaluation was lapsed by the hall, not here. */
  viewed(view: WindowTerminal): void {
    const due = view.evaluationDue;
    if (isSameAsking(due, this.#due)) return;
    const wasAsked = this.#due !== null && !isSameAsking(this.#due, this.#settled);
    this.#due = due;
    if (due !== null) this.#askPad();
    else if (wasAsked) this.#parts.pad.cancelAsk();
  }

  /** Takes what the devices tell; other notices are not its business. */
  notice(notice: DevicesNotice): void {
    switch (notice.type) {
      case 'running':
        // The devices process is new: it does not know what was asked.
        this.#askPad();
        break;
      case 'rated':
        this.#rated(notice.evaluationId, notice.rating);
        break;
      case 'lapsed':
        void this.#lapsed(notice.evaluationId);
        break;
      default:
    }
  }

  #askPad(): void {
    const due = this.#due;
    if (due === null || isSameAsking(due, this.#settled)) return;
    // Answered already, before a restart perhaps: the rating is on its way to the hall.
    if (this.#parts.kept.items().some(({ evaluationId }) => evaluationId === due.evaluationId)) return;
    const leftMs = due.lapsesAt - this.#parts.hall.now();
    // An asking that is over lapses by the hall's own clock.
    if (leftMs < 1) return;
    this.#asked.set(due.evaluationId, due);
    for (const [oldest] of this.#asked) {
      if (this.#asked.size <= REMEMBERED) break;
      this.#asked.delete(oldest);
    }
    this.#parts.pad.ask(due.evaluationId, Math.ceil(leftMs));
  }

  #rated(evaluationId: number, rating: Rating): void {
    const { hall, kept, log } = this.#parts;
    const asked = this.#asked.get(evaluationId);
    if (asked === undefined) {
      log.error({ evaluationId }, 'The pad answered for an evaluation that it was not asked');
      return;
    }
    this.#settled = asked;
    const given: KeptRating = {
      requestId: randomUUID(),
      ticketId: asked.ticketId,
      evaluationId,
      rating,
      ratedAt: hall.now(),
    };
    kept.put(given);
    void this.#send(given);
  }

  async #send(given: KeptRating): Promise<void> {
    const { hall, kept, log, closing } = this.#parts;
    const { requestId, evaluationId } = given;
    const request = { type: 'recordEvaluation', ...given } as const;
    const mayPass = (reply: HallReply): boolean => !reply.ok && ratingFate(codeOf(reply)) === 'again';
    const reply = await askUntilSettled<'recordEvaluation'>(hall, request, log, closing, mayPass);
    if (reply === null) return;
    if (!reply.ok) {
      log.error({ requestId, evaluationId, reply }, 'The hall did not take a rating');
      if (ratingFate(codeOf(reply)) === 'undeliverable') this.#keepForGood({ ...given, refusedAs: codeOf(reply) });
    }
    kept.remove(requestId);
  }

  #keepForGood(rating: UndeliverableRating): void {
    this.#parts.undeliverable.put(rating);
    this.#parts.hasUndeliverable();
  }

  async #lapsed(evaluationId: number): Promise<void> {
    const { hall, log, closing } = this.#parts;
    if (this.#due?.evaluationId === evaluationId) this.#settled = this.#due;
    const requestId = `lapse-${evaluationId}-${randomUUID()}`;
    // Asked again meanwhile: the lapse may reach the hall late, and that one is not over.
    const asking = this.#asked.get(evaluationId)?.asking;
    const request = { type: 'lapseEvaluation', requestId, evaluationId, asking } as const;
    const reply = await askUntilSettled<'lapseEvaluation'>(hall, request, log, closing);
    // The hall's own clock may have lapsed it first: then there is nothing left to do.
    if (reply !== null && !reply.ok) log.info({ requestId, reply }, 'The hall did not need a lapse');
  }
}

function codeOf(reply: Exclude<HallReply, { ok: true }>): RefusalCode | RequestError['code'] {
  return 'error' in reply ? reply.error.code : reply.refusal.code;
}

function isSameAsking(a: EvaluationDue | null, b: EvaluationDue | null): boolean {
  return a?.evaluationId === b?.evaluationId && a?.asking === b?.asking;
}
