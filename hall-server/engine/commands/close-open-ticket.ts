// Closing what is open at a window: serving ends, and its evaluation is asked for (rules Q10, Q18, Q19).
import type { EvaluationRef } from '@jiaohao/contracts/commands';
import type { EventBody } from '@jiaohao/contracts/events';
import type { z } from 'zod';
import type { State, Ticket, WindowState } from '../state.ts';

export type EvaluationAsked = z.infer<typeof EvaluationRef>;

export interface Closing {
  readonly events: EventBody[];
  /** Null when the serving has its rating already. */
  readonly evaluation: EvaluationAsked | null;
}

/**
 * Events that finish a serving and ask for its evaluation. `startedAt` is when it began; `firstSeq` the seq that the
 * first of these events will get.
 */
export function finishEvents(
  state: State,
  window: WindowState,
  ticket: Ticket,
  startedAt: number,
  now: number,
  firstSeq: number,
): Closing {
  const staffNo = window.staffNo ?? '';
  const finished: EventBody = {
    type: 'ServingFinished',
    ticketId: ticket.ticketId,
    windowId: window.windowId,
    staffNo,
    servingMs: Math.max(0, now - startedAt),
  };
  const asked = askEvents(state, window, ticket, firstSeq + 1);
  return { events: [finished, ...asked.events], evaluation: asked.evaluation };
}

/** Asks for the evaluation of a ticket's serving unless it is recorded or being asked already (rules Q18, Q19). */
function askEvents(state: State, window: WindowState, ticket: Ticket, firstSeq: number): Closing {
  const known = ticket.evaluationId === null ? null : (state.evaluations.get(ticket.evaluationId) ?? null);
  if (known?.state === 'recorded') return { events: [], evaluation: null };
  if (known?.state === 'requested') {
    return { events: [], evaluation: { evaluationId: known.evaluationId, ticketId: ticket.ticketId } };
  }
  return requestEvents(state, window, ticket, firstSeq);
}

/** A request for the evaluation of a ticket; one still open at the window lapses first, whosever it is (rule Q19). */
export function requestEvents(state: State, window: WindowState, ticket: Ticket, firstSeq: number): Closing {
  const known = ticket.evaluationId === null ? null : (state.evaluations.get(ticket.evaluationId) ?? null);
  const open = window.evaluationId === null ? null : (state.evaluations.get(window.evaluationId) ?? null);
  const events: EventBody[] = [];
  if (open?.state === 'requested' && open.evaluationId !== known?.evaluationId) {
    events.push({
      type: 'EvaluationLapsed',
      evaluationId: open.evaluationId,
      ticketId: open.ticketId,
      reason: 'superseded',
    });
  }
  const evaluationId = known?.evaluationId ?? firstSeq + events.length;
  events.push({
    type: 'EvaluationRequested',
    evaluationId,
    ticketId: ticket.ticketId,
    windowId: window.windowId,
    staffNo: known === null ? window.staffNo : known.staffNo,
    asking: (known?.asking ?? 0) + 1,
  });
  return { events, evaluation: { evaluationId, ticketId: ticket.ticketId } };
}
