// The moves of a journey: stay, show, leave, and the questions to the terminal with the page that waits for their answer.
import type { Asked } from '../wire/page.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import type { Ask, Journey, Page, RestingPage, Step, Target } from './journey-state.ts';

export function stay(journey: Journey): Step {
  return { journey, messages: [] };
}

export function show(journey: Journey, page: Page): Step {
  return stay({ ...journey, page, overlay: null });
}

/** Back to the start: the next person begins in Chinese and in normal type, and a card left lying is not theirs. An answer that still comes is nobody's. */
export function leave(journey: Journey): Step {
  const { update, lastAskId, isTerminalLost } = journey;
  const card = journey.card === 'none' ? 'none' : 'used';
  return {
    journey: { ...INITIAL_JOURNEY, update, lastAskId, isTerminalLost, card },
    messages: [{ type: 'personLeft' }],
  };
}

export function take(
  journey: Journey,
  target: Target,
  withCard: boolean,
  behind: RestingPage,
  requestId: string,
): Step {
  const askId = journey.lastAskId + 1;
  const ask: Ask = { type: 'take', askId, request: { ...target, withCard, requestId } };
  return {
    journey: {
      ...journey,
      page: { type: 'taking', ask, behind },
      overlay: null,
      lastAskId: askId,
      card: withCard ? 'used' : journey.card,
      cardTrouble: null,
    },
    messages: [{ type: 'takeTicket', id: askId, request: ask.request }],
  };
}

/** With the number that was typed. Behind it the page is as it was, while the answer is due. */
export function takeTyped(
  journey: Journey,
  page: Extract<RestingPage, { type: 'typeNumber' }>,
  requestId: string,
): Step {
  const askId = journey.lastAskId + 1;
  const request = { ...page.target, withCard: false, typedIdNumber: page.number, requestId };
  const ask: Ask = { type: 'take', askId, request };
  return {
    journey: { ...journey, page: { type: 'taking', ask, behind: page }, overlay: null, lastAskId: askId },
    messages: [{ type: 'takeTicket', id: askId, request }],
  };
}

export function reprint(journey: Journey, behind: RestingPage, requestId: string): Step {
  const ticket = behind.type === 'notPrinted' ? behind.ticket : null;
  const held = behind.type === 'refused' ? behind.refusal.held : undefined;
  const ticketId = ticket?.ticketId ?? held?.ticketId;
  if (ticketId === undefined) return stay(journey);
  const askId = journey.lastAskId + 1;
  const ask: Ask = { type: 'reprint', askId, request: { requestId, ticketId }, ticket };
  return {
    journey: { ...journey, page: { type: 'taking', ask, behind }, overlay: null, lastAskId: askId },
    messages: [{ type: 'reprint', id: askId, request: ask.request }],
  };
}

/** The same request once more, under the same request id: the hall answers with the number it may have given already. */
export function tryAgain(journey: Journey, page: Extract<Page, { type: 'noAnswer' }>): Step {
  return askAgain(journey, page.ask, page);
}

/** Only at the start: a page on which somebody does something has a person of its own. */
export function takeOver(journey: Journey, asked: Asked): Step {
  if (journey.page.type !== 'start') return stay(journey);
  const askId = journey.lastAskId;
  const ask: Ask =
    asked.type === 'takeTicket'
      ? { type: 'take', askId, request: asked.request }
      : { type: 'reprint', askId, request: asked.request, ticket: null };
  return askAgain(journey, ask, journey.page);
}

function askAgain(journey: Journey, before: Ask, behind: RestingPage): Step {
  const askId = journey.lastAskId + 1;
  const ask: Ask = { ...before, askId };
  return {
    journey: { ...journey, page: { type: 'taking', ask, behind }, overlay: null, lastAskId: askId },
    messages: [
      ask.type === 'take'
        ? { type: 'takeTicket', id: askId, request: ask.request }
        : { type: 'reprint', id: askId, request: ask.request },
    ],
  };
}
