// What the bar is shown of the clerk's views: no more than it draws.
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import type { CallerQuestion, CallerWork } from '../../wire/caller.ts';
import type { DeviceStatusNow } from '../../wire/devices.ts';
import type { DeviceHealth } from '../../wire/page.ts';
import { actionReasons, callNextEffect, type Situation } from './button-rule.ts';
import type { OpenQuestion } from './caller-questions.ts';

export function workShown(situation: Situation & { readonly status: ClerkStatus }): CallerWork {
  const { calls, status } = situation;
  const { evaluation } = calls;
  return {
    phase: calls.phase,
    pauseReason: calls.pauseReason,
    pausedSinceAt: status.today.pausedSinceAt,
    ticket: ticketShown(calls.ticket),
    needsStart: calls.startServing === 'byKey',
    effect: callNextEffect(calls),
    reasons: actionReasons(situation),
    waiting: waitingNow(calls, status),
    longestWaitingSinceAt: status.longestWaitingSinceAt,
    evaluation: evaluation === null ? null : { ticketNumber: evaluation.ticketNumber, state: evaluation.state },
  };
}

export function questionShown(question: OpenQuestion | null, { calls }: Situation): CallerQuestion | null {
  if (question === null) return null;
  if (question.action === 'pauseOrResume') return { about: 'pause' };
  if (calls.ticket === null) return null;
  const { ticketId, ticketNumber, isSeen } = calls.ticket;
  return { about: 'markMissed', ticketId, ticketNumber, isSeen };
}

export function padHealth(status: DeviceStatusNow | null): DeviceHealth {
  if (status === null) return { state: 'absent', code: null };
  return { state: status.state, code: status.state === 'fault' ? status.code : null };
}

/** The calls view comes at once, the status view up to half a second later: who was called just now waits no more. */
function waitingNow(calls: ClerkCalls, status: ClerkStatus): number {
  const isLate = status.nextTickets.some(({ ticketId }) => ticketId === calls.ticket?.ticketId);
  return Math.max(0, status.waiting - (isLate ? 1 : 0));
}

function ticketShown(ticket: ClerkCalls['ticket']): CallerWork['ticket'] {
  if (ticket === null) return null;
  const { ticketId, ticketNumber, queueName, serviceItemName, isPriority } = ticket;
  const { state, calledAt, callCount, isSeen, startedAt } = ticket;
  return {
    ticketId,
    ticketNumber,
    queueName,
    serviceItemName,
    isPriority,
    state,
    calledAt,
    callCount,
    isSeen,
    startedAt,
  };
}
