// What one business day hands to the next: with it, a start reads nothing older (docs/architecture.md, journal).
import type { CarriedState } from '@jiaohao/contracts/events';
import { present } from './invariant.ts';
import type { State } from './state.ts';

/** A window terminal that was cut off over a weekend still has ratings to tell, given in time (rule Q23). */
const LATE_RATING_MS = 172_800_000;

export function carriedState(state: State, now: number): CarriedState {
  const config = present(state.config, 'config');
  return {
    configHash: present(state.configHash, 'configHash'),
    config,
    devices: [...state.devices.values()],
    evaluations: [...state.evaluations.values()].flatMap((evaluation) => {
      const { evaluationId, ticketId, ticketNumber, windowId, staffNo, lapsedAt } = evaluation;
      if (evaluation.state !== 'lapsed' || lapsedAt === null) return [];
      if (now - lapsedAt > config.policies.evaluationSupplementMs + LATE_RATING_MS) return [];
      return [{ evaluationId, ticketId, ticketNumber, windowId, staffNo, state: evaluation.state, lapsedAt }];
    }),
  };
}
