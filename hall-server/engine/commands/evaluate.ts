// 评价: asked by the clerk, answered by the applicant only, or lapsed; one per finished serving (rules Q18, Q19, Q22, Q23, Q27, Q28).
import { isReasonOf } from '@jiaohao/contracts/evaluation-reasons';
import { actorOf, workAt } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf } from '../decision.ts';
import { present } from '../invariant.ts';
import type { Evaluation, State } from '../state.ts';
import { ratingWindowsOf } from '../terminal-windows.ts';
import { requestEvents } from './close-open-ticket.ts';

export function requestEvaluation(
  state: State,
  command: EngineCommandOf<'requestEvaluation'>,
  context: Context,
): Decision {
  const access = workAt(state, context.who, command.windowId);
  if (!access.ok) return refused(access.code);
  const { window } = access;
  const open = window.openTicketId === null ? null : present(state.tickets.get(window.openTicketId), 'open ticket');
  if (open?.state === 'called') return refused('notServing');
  const served = window.lastServedTicketId === null ? null : (state.tickets.get(window.lastServedTicketId) ?? null);
  const ticket = open ?? served;
  if (ticket === null) return refused('nothingToEvaluate');
  if (ticket.evaluationId !== null && state.evaluations.get(ticket.evaluationId)?.state === 'recorded') {
    return refused('alreadyEvaluated');
  }
  const asked = requestEvents(state, window, ticket, state.seq + 1);
  return decided<'requestEvaluation'>(asked.events, { evaluation: present(asked.evaluation, 'evaluation') });
}

export function recordEvaluation(
  state: State,
  command: EngineCommandOf<'recordEvaluation'>,
  context: Context,
): Decision {
  const found = evaluationOf(state, command.ticketId, command.evaluationId);
  if (found === null) return refused(missingEvaluation(state, command));
  if (!isOwn(state, found, context)) return refused('notYourWindow');
  if (found.state === 'recorded') return refused('alreadyEvaluated');
  const ratedAt = ratedWithin(found, command.ratedAt, context.now);
  const { evaluationSupplementMs } = present(state.config, 'config').policies;
  if (found.lapsedAt !== null && ratedAt - found.lapsedAt > evaluationSupplementMs) return refused('evaluationExpired');
  const { rating, commentRef } = command;
  const reasons = [...new Set(command.reasons)].sort((a, b) => a - b);
  if (!reasons.every((code) => isReasonOf(rating, code))) return refused('reasonNotOfRating');
  const { evaluationId, ticketId } = found;
  const onBehalf = actorOf(context.who).kind === 'admin';
  const supplement = found.state === 'lapsed';
  return decided<'recordEvaluation'>(
    [
      {
        type: 'EvaluationRecorded',
        evaluationId,
        ticketId,
        rating,
        supplement,
        onBehalf,
        ...(supplement && command.ratedAt !== undefined ? { ratedAt } : {}),
        ...(reasons.length === 0 ? {} : { reasons }),
        ...(commentRef === undefined ? {} : { commentRef }),
      },
    ],
    { evaluationId },
  );
}

/** When the applicant answered: never before the asking, never later than now. */
function ratedWithin({ requestedAt }: Evaluation, saidAt: number | undefined, now: number): number {
  return saidAt === undefined ? now : Math.min(Math.max(saidAt, requestedAt), now);
}

export function lapseEvaluation(state: State, command: EngineCommandOf<'lapseEvaluation'>, context: Context): Decision {
  const evaluation = state.evaluations.get(command.evaluationId);
  if (evaluation === undefined) return refused('unknownEvaluation');
  if (!isOwn(state, evaluation, context)) return refused('notYourWindow');
  if (evaluation.state !== 'requested') return refused('evaluationNotRequested');
  const { evaluationId, ticketId, asking } = evaluation;
  const { reason = 'timeout' } = command;
  // A lapse that was under way when the clerk asked once more.
  if (command.asking !== undefined && command.asking !== asking) return refused('evaluationNotRequested');
  return decided<'lapseEvaluation'>([{ type: 'EvaluationLapsed', evaluationId, ticketId, reason }], {});
}

/** By its id, or the newest of the ticket. */
function evaluationOf(state: State, ticketId: number, evaluationId: number | undefined): Evaluation | null {
  if (evaluationId !== undefined) {
    const named = state.evaluations.get(evaluationId);
    return named?.ticketId === ticketId ? named : null;
  }
  const ticket = state.tickets.get(ticketId);
  if (ticket !== undefined)
    return ticket.evaluationId === null ? null : (state.evaluations.get(ticket.evaluationId) ?? null);
  return carriedEvaluationOf(state, ticketId);
}

/** Of a ticket of an earlier day, within its supplement period. */
function carriedEvaluationOf(state: State, ticketId: number): Evaluation | null {
  for (const evaluation of state.evaluations.values()) if (evaluation.ticketId === ticketId) return evaluation;
  return null;
}

function missingEvaluation(state: State, command: EngineCommandOf<'recordEvaluation'>) {
  if (command.evaluationId !== undefined) return 'unknownEvaluation';
  return state.tickets.has(command.ticketId) ? 'nothingToEvaluate' : 'unknownTicket';
}

/** A window terminal answers for its own window only (rule Q22). */
function isOwn(state: State, evaluation: Evaluation, context: Context): boolean {
  const actor = actorOf(context.who);
  if (actor.kind !== 'terminal') return actor.kind === 'admin';
  return ratingWindowsOf(state.index.terminals.get(actor.terminalId)).includes(evaluation.windowId);
}
