// Walks a journey for the tests: inputs in, messages kept, the answer paired with the newest question.
import type { KioskUpdate, TakeTicketOutcome } from '../../wire/page.ts';
import { next } from '../journey.ts';
import { anUpdate } from './journey-samples.ts';
import { INITIAL_JOURNEY, screenOf } from '../journey-state.ts';
import type { Input, Journey, JourneyMessage } from '../journey-state.ts';

/** A journey under way: every input gets a fresh request id, numbered. */
export function walk(update: KioskUpdate | null = anUpdate()) {
  let journey: Journey = INITIAL_JOURNEY;
  let steps = 0;
  const sent: JourneyMessage[] = [];
  const go = (...inputs: Input[]): void => {
    for (const input of inputs) {
      steps += 1;
      const step = next(journey, input, `request-${steps}`);
      journey = step.journey;
      sent.push(...step.messages);
    }
  };
  if (update !== null) go({ type: 'update', update });
  const lastAskId = (): number => {
    const last = sent.at(-1);
    return last === undefined || last.type === 'personLeft' ? -1 : last.id;
  };
  return {
    go,
    answer: (outcome: TakeTicketOutcome, askId = lastAskId()) => go({ type: 'answer', askId, outcome }),
    takes: () => sent.filter((message) => message.type === 'takeTicket').map((message) => message.request),
    reprints: () => sent.filter((message) => message.type === 'reprint').map((message) => message.request),
    sent,
    lastAskId,
    screen: () => screenOf(journey),
    journey: () => journey,
  };
}
