// What a tablet pad shows: who serves at its window, and the evaluation to ask for. Of a rating it knows nothing (rule Q28).
import type { PadView } from '@jiaohao/contracts/views';
import { present } from '../invariant.ts';
import type { State, WindowState } from '../state.ts';
import { phaseOf } from './phase.ts';
import { servicesOf } from './window-screen.ts';

export function padView(state: State, windowId: string): PadView | null {
  const window = state.windows.get(windowId);
  if (window === undefined || state.config === null) return null;
  const { staffNo } = window;
  return {
    seq: state.seq,
    windowId,
    windowLabel: present(state.index.windows.get(windowId), 'window').label,
    hallName: state.config.hall.name,
    services: servicesOf(state, windowId),
    staffNo,
    staffName: staffNo === null ? null : (state.index.staff.get(staffNo)?.name ?? null),
    phase: phaseOf(state, window),
    evaluationDue: evaluationDue(state, window, state.config.policies),
  };
}

interface Limits {
  readonly evaluationTimeoutMs: number;
  readonly evaluationSupplementMs: number;
}

function evaluationDue(state: State, window: WindowState, limits: Limits): PadView['evaluationDue'] {
  const evaluation = window.evaluationId === null ? undefined : state.evaluations.get(window.evaluationId);
  if (evaluation?.state !== 'requested') return null;
  const { evaluationId, ticketId, ticketNumber, staffNo, requestedAt, asking } = evaluation;
  const lapsesAt = requestedAt + limits.evaluationTimeoutMs;
  const acceptedUntilAt = lapsesAt + limits.evaluationSupplementMs;
  return { evaluationId, ticketId, ticketNumber, staffNo, requestedAt, lapsesAt, acceptedUntilAt, asking };
}
