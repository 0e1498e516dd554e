// Holds the journey for the pages: takes touches and the terminal's messages in, sends what follows out.
import { TerminalMessage } from '../wire/page.ts';
import type { TerminalBridge } from '../wire/page.ts';
import { next } from './journey.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import type { Input, Journey, Touch } from './journey-state.ts';
import { tapGuard } from './tap-guard.ts';

export interface KioskDesk {
  readonly journey: () => Journey;
  readonly subscribe: (listener: () => void) => () => void;
  /** A touch by the applicant; a second one within 600 ms is ignored. */
  readonly touch: (touch: Touch) => void;
  readonly timeUp: () => void;
}

interface Surroundings {
  /** Undefined where no host has set it: the page is out of service. */
  readonly bridge: TerminalBridge | undefined;
  readonly newRequestId: () => string;
  /** Monotonic ms. */
  readonly now: () => number;
}

export function openKioskDesk({ bridge, newRequestId, now }: Surroundings): KioskDesk {
  let journey = INITIAL_JOURNEY;
  const listeners = new Set<() => void>();
  const mayTap = tapGuard(now);

  const accept = (input: Input): void => {
    const step = next(journey, input, newRequestId());
    journey = step.journey;
    for (const message of step.messages) bridge?.send(message);
    for (const listener of listeners) listener();
  };

  if (bridge === undefined) accept({ type: 'terminalLost' });
  else bridge.listen((message) => accept(inputOf(message)));

  return {
    journey: () => journey,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch: (touch) => {
      if (mayTap()) accept(touch);
    },
    timeUp: () => accept({ type: 'timeUp' }),
  };
}

/** A message that this page cannot read is as good as a terminal that is gone, until the next one that it can. */
function inputOf(message: unknown): Input {
  const parsed = TerminalMessage.safeParse(message);
  if (!parsed.success) return { type: 'terminalLost' };
  switch (parsed.data.type) {
    case 'update':
      return { type: 'update', update: parsed.data.update };
    case 'card':
      return { type: 'card', state: parsed.data.notice.state };
    case 'printing':
      return { type: 'printing', printing: parsed.data.printing };
    case 'takenOver':
      return { type: 'takenOver', asked: parsed.data.asked };
    case 'answer':
      return { type: 'answer', askId: parsed.data.id, outcome: parsed.data.outcome };
  }
}
