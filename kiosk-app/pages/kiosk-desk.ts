// Holds the journey for the pages: takes touches and the terminal's messages in, sends what follows out.
import { TerminalMessage } from '../wire/page.ts';
import type { TerminalBridge } from '../wire/page.ts';
import { next } from './journey.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import type { Input, Journey, Touch } from './journey-state.ts';
import { openSelfTestDesk, type SelfTestDesk } from './self-test-desk.ts';
import { tapGuard } from './tap-guard.ts';

export interface KioskDesk {
  readonly journey: () => Journey;
  readonly subscribe: (listener: () => void) => () => void;
  /** A touch by the applicant; a second one within 600 ms is ignored. */
  readonly touch: (touch: Touch) => void;
  readonly timeUp: () => void;
  /** Staff at the glass; its changes come with the journey's. */
  readonly staff: SelfTestDesk;
}

interface Surroundings {
  /** Undefined where no host has set it: the page is out of service. */
  readonly bridge: TerminalBridge | undefined;
  readonly newRequestId: () => string;
  /** Monotonic ms. */
  readonly now: () => number;
  /** Keys that went to the scanner and were a person's (scanner-keys.ts). */
  readonly carryOut?: (keys: readonly string[]) => void;
}

export function openKioskDesk({ bridge, newRequestId, now, carryOut }: Surroundings): KioskDesk {
  let journey = INITIAL_JOURNEY;
  const listeners = new Set<() => void>();
  const mayTap = tapGuard(now);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const staff = openSelfTestDesk(
    (message) => bridge?.send(message),
    () => journey,
    tell,
  );

  const accept = (input: Input): void => {
    const step = next(journey, input, newRequestId());
    journey = step.journey;
    for (const message of step.messages) bridge?.send(message);
    staff.journeyMoved();
    tell();
  };

  if (bridge === undefined) accept({ type: 'terminalLost' });
  else {
    // A message that this page cannot read is as good as a terminal that is gone, until the next one that it can.
    bridge.listen((message) => {
      const parsed = TerminalMessage.safeParse(message);
      if (parsed.data?.type === 'staff') {
        staff.heard(parsed.data.staff);
        return;
      }
      if (parsed.data?.type === 'keysTyped') {
        carryOut?.(parsed.data.keys);
        return;
      }
      if (!parsed.success) staff.heard(null);
      accept(parsed.success ? inputOf(parsed.data) : { type: 'terminalLost' });
    });
  }

  return {
    journey: () => journey,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch: (touch) => {
      if (mayTap(touch.type === 'padKey')) accept(touch);
    },
    timeUp: () => accept({ type: 'timeUp' }),
    staff: staff.desk,
  };
}

function inputOf(message: Exclude<TerminalMessage, { type: 'staff' | 'keysTyped' }>): Input {
  switch (message.type) {
    case 'update':
      return { type: 'update', update: message.update };
    case 'card':
      return { type: 'card', state: message.notice.state };
    case 'printing':
      return { type: 'printing', printing: message.printing };
    case 'takenOver':
      return { type: 'takenOver', asked: message.asked };
    case 'answer':
      return { type: 'answer', askId: message.id, outcome: message.outcome };
  }
}
