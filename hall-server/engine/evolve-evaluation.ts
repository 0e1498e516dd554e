// What events make of evaluations. The rating itself is not kept here: nothing that decides or shows may know it.
import type { EventOf } from '@jiaohao/contracts/events';
import { figuresOf } from './clerk-figures.ts';
import { windowOf } from './evolve-window.ts';
import { present } from './invariant.ts';
import type { Evaluation, State, Ticket } from './state.ts';

export function evaluationRequested(state: State, ticket: Ticket, event: EventOf<'EvaluationRequested'>): void {
  const { evaluationId, windowId, staffNo } = event;
  const window = windowOf(state, windowId);
  if (event.asking === 1 && staffNo !== null) figuresOf(state, staffNo).evaluationsRequested++;
  state.evaluations.set(evaluationId, {
    evaluationId,
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    windowId,
    staffNo,
    state: 'requested',
    asking: event.asking,
    requestedAt: event.at,
    lapsedAt: null,
  });
  // Behind the others: a repeated asking is the newest.
  state.pendingEvaluations.delete(evaluationId);
  state.pendingEvaluations.add(evaluationId);
  ticket.evaluationId = evaluationId;
  window.evaluationId = evaluationId;
}

export function evaluationRecorded(state: State, event: EventOf<'EvaluationRecorded'>): void {
  const evaluation = evaluationOf(state, event.evaluationId);
  evaluation.state = 'recorded';
  state.pendingEvaluations.delete(event.evaluationId);
  const isOfToday = state.tickets.has(evaluation.ticketId);
  if (evaluation.staffNo !== null && isOfToday && !event.onBehalf) {
    figuresOf(state, evaluation.staffNo).evaluationsRecorded++;
  }
}

export function evaluationLapsed(state: State, event: EventOf<'EvaluationLapsed'>): void {
  const evaluation = evaluationOf(state, event.evaluationId);
  evaluation.state = 'lapsed';
  evaluation.lapsedAt = event.at;
  state.pendingEvaluations.delete(event.evaluationId);
}

function evaluationOf(state: State, evaluationId: number): Evaluation {
  return present(state.evaluations.get(evaluationId), `evaluation ${evaluationId}`);
}
