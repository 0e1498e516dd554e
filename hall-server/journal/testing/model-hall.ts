// A hall with one window in miniature, for property tests: turns numbers into events that could really follow each other.
import type { EventBody } from '@jiaohao/contracts/events';
import type { EvaluationState } from '@jiaohao/contracts/evaluation';
import type { TicketState } from '@jiaohao/contracts/ticket';
import { configured, dayOpened, issued } from './sample-events.ts';

const AT = { windowId: 'w01', staffNo: '1001' };
/** Events before a day may end: long enough for a visit to come to its rating. */
const SHORTEST_DAY = 20;
const ENDED: readonly TicketState[] = ['finished', 'expired'];

type Move = () => EventBody[];

export class ModelHall {
  seq = 0;
  days = 0;
  dayOpenedSeq = 0;
  tickets = new Map<number, TicketState>();
  calls = new Map<number, { callSeq: number; callCount: number }>();
  evaluations = new Map<number, { ticketId: number; state: EvaluationState; asking: number }>();
  isSignedIn = false;
  isPaused = false;

  copy(): ModelHall {
    return Object.assign(new ModelHall(), structuredClone(Object.fromEntries(Object.entries(this))));
  }

  /** The events of one move that is possible now, picked by a number. */
  next(choice: number): EventBody[] {
    const moves = this.#moves();
    const move = moves[choice % moves.length];
    const bodies = move?.() ?? [];
    this.seq += bodies.length;
    return bodies;
  }

  #moves(): Move[] {
    if (this.seq === 0) return [() => [configured()]];
    if (this.days === 0) return [() => this.#openDay(0)];
    const moves: Move[] = [() => this.#issue(), () => this.#toggleWindow()];
    if (this.seq - this.dayOpenedSeq > SHORTEST_DAY) moves.push(() => this.#turnDay());
    if (this.isSignedIn) moves.push(() => this.#togglePause());
    for (const [ticketId, state] of this.tickets) moves.push(...this.#ticketMoves(ticketId, state));
    for (const evaluationId of this.evaluations.keys()) moves.push(...this.#evaluationMoves(evaluationId));
    return moves;
  }

  #ticketMoves(ticketId: number, state: TicketState): Move[] {
    const become = (to: TicketState, body: EventBody) => () => {
      this.tickets.set(ticketId, to);
      return [body];
    };
    switch (state) {
      case 'waiting':
        return [
          () => [{ type: 'TicketPrinted', ticketId, attempt: 1 }],
          () => [{ type: 'TicketPrintingFailed', ticketId, attempt: 1, failure: 'notPrinted', code: 'paperOut' }],
          () => [{ type: 'TicketReprinted', ticketId, attempt: 2 }],
          () => this.#call(ticketId),
        ];
      case 'called':
        return [
          become('serving', { type: 'ServingStarted', ticketId, windowId: 'w01', startedAt: this.seq, inferred: true }),
          become('missed', { type: 'TicketMissed', ticketId, windowId: 'w01', seen: false }),
          () => this.#recall(ticketId),
          () => [{ type: 'CallSeen', callSeq: this.calls.get(ticketId)?.callSeq ?? 1, displayId: 'd01' }],
        ];
      case 'serving':
        return [() => this.#finish(ticketId)];
      case 'missed':
        return [become('waiting', { type: 'TicketRequeued', ticketId, behindTicketId: null })];
      case 'finished':
      case 'expired':
        return [];
    }
  }

  #evaluationMoves(evaluationId: number): Move[] {
    const evaluation = this.evaluations.get(evaluationId);
    if (evaluation === undefined || evaluation.state === 'recorded') return [];
    const ref = { evaluationId, ticketId: evaluation.ticketId };
    const become = (to: EvaluationState, body: EventBody) => () => {
      evaluation.state = to;
      return [body];
    };
    const supplement = evaluation.state === 'lapsed';
    const moves = [become('recorded', { type: 'EvaluationRecorded', ...ref, rating: 2, supplement, onBehalf: false })];
    if (supplement) return moves;
    moves.push(become('lapsed', { type: 'EvaluationLapsed', ...ref, reason: 'timeout' }));
    moves.push(() => {
      evaluation.asking += 1;
      return [{ type: 'EvaluationRequested', ...ref, ...AT, asking: evaluation.asking }];
    });
    return moves;
  }

  #issue(): EventBody[] {
    this.tickets.set(this.seq + 1, 'waiting');
    return [issued(this.seq + 1)];
  }

  #call(ticketId: number): EventBody[] {
    const call = { callSeq: this.seq + 1, callCount: (this.calls.get(ticketId)?.callCount ?? 0) + 1 };
    this.calls.set(ticketId, call);
    this.tickets.set(ticketId, 'called');
    return [{ type: 'TicketCalled', ticketId, ...call, ...AT }];
  }

  #recall(ticketId: number): EventBody[] {
    const call = { callSeq: this.seq + 1, callCount: (this.calls.get(ticketId)?.callCount ?? 0) + 1 };
    this.calls.set(ticketId, call);
    return [{ type: 'TicketRecalled', ticketId, ...call, ...AT }];
  }

  #finish(ticketId: number): EventBody[] {
    const evaluationId = this.seq + 2;
    this.tickets.set(ticketId, 'finished');
    this.evaluations.set(evaluationId, { ticketId, state: 'requested', asking: 1 });
    return [
      { type: 'ServingFinished', ticketId, ...AT, servingMs: 1 },
      { type: 'EvaluationRequested', ticketId, evaluationId, ...AT, asking: 1 },
    ];
  }

  #toggleWindow(): EventBody[] {
    this.isSignedIn = !this.isSignedIn;
    this.isPaused = false;
    return [this.isSignedIn ? { type: 'ClerkSignedIn', ...AT } : { type: 'ClerkSignedOut', ...AT, cause: 'clerk' }];
  }

  #togglePause(): EventBody[] {
    this.isPaused = !this.isPaused;
    const windowId = 'w01';
    return [this.isPaused ? { type: 'WindowPaused', windowId, reason: 'meal' } : { type: 'WindowResumed', windowId }];
  }

  #turnDay(): EventBody[] {
    const bodies: EventBody[] = [];
    for (const [ticketId, from] of this.tickets) {
      if (ENDED.includes(from)) continue;
      this.tickets.set(ticketId, 'expired');
      bodies.push({ type: 'TicketExpired', ticketId, from });
    }
    if (this.isSignedIn) bodies.push({ type: 'ClerkSignedOut', ...AT, cause: 'dayClosed' });
    this.isSignedIn = false;
    bodies.push({ type: 'DayClosed', businessDay: this.#businessDay(), cause: 'calendar' });
    return [...bodies, ...this.#openDay(bodies.length)];
  }

  #openDay(eventsBefore: number): EventBody[] {
    this.days += 1;
    this.dayOpenedSeq = this.seq + eventsBefore + 1;
    return [dayOpened(this.#businessDay())];
  }

  #businessDay(): string {
    return new Date(Date.UTC(2026, 0, this.days)).toISOString().slice(0, 10);
  }
}
