// A clerk's figures of the day: made at the first thing that counts.
import type { ClerkFigures, State } from './state.ts';

export function figuresOf(state: State, staffNo: string): ClerkFigures {
  const known = state.figures.get(staffNo);
  if (known !== undefined) return known;
  const figures = noFigures();
  state.figures.set(staffNo, figures);
  return figures;
}

export function noFigures(): ClerkFigures {
  return { finished: 0, servingMsTotal: 0, evaluationsRequested: 0, evaluationsRecorded: 0, pausedMs: 0 };
}
