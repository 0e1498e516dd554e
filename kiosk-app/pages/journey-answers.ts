// What the terminal's answers make of the page that waits for them; an answer to a person who has left is nobody's and shows nothing.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { Refusal } from '@jiaohao/contracts/refusals';
import type { TakeTicketOutcome } from '../wire/page.ts';
import type { Ask, Input, Journey, Page, RestingPage, Target } from './journey-state.ts';

type AnswerInput = Extract<Input, { type: 'terminalLost' | 'printing' | 'answer' | 'timeUp' }>;

export function next(journey: Journey, input: AnswerInput): Journey {
  const ask = openAsk(journey.page);
  switch (input.type) {
    case 'printing':
      if (ask?.request.requestId !== input.printing.requestId) return journey;
      return { ...journey, overlay: null, page: { type: 'printing', ask, ticket: input.printing.ticket } };
    case 'answer':
      if (ask?.askId !== input.askId) return journey;
      return answered(journey, ask, input.outcome);
    case 'terminalLost':
      // What lies on the reader is told anew by the terminal that comes back.
      return unanswered({ ...journey, isTerminalLost: true, card: 'none' });
    case 'timeUp':
      return unanswered(journey);
  }
}

/** The question whose answer this page still shows. */
function openAsk(page: Page): Ask | null {
  return page.type === 'taking' || page.type === 'printing' || page.type === 'noAnswer' ? page.ask : null;
}

/** Nobody answers any more: the number, once known, stays on the glass. */
function unanswered(journey: Journey): Journey {
  const page = journey.page;
  if (page.type === 'printing')
    return { ...journey, page: { type: 'notPrinted', ticket: page.ticket, trouble: { type: 'unknown' } } };
  if (page.type === 'taking') return { ...journey, overlay: null, page: withoutAnswer(page.ask) };
  return journey;
}

function withoutAnswer(ask: Ask): RestingPage {
  if (ask.type === 'reprint' && ask.ticket !== null)
    return { type: 'notPrinted', ticket: ask.ticket, trouble: { type: 'noAnswer' } };
  return { type: 'noAnswer', ask };
}

function answered(journey: Journey, ask: Ask, outcome: TakeTicketOutcome): Journey {
  const result = { ...journey, overlay: null };
  switch (outcome.type) {
    case 'printed':
      return { ...result, page: { type: 'taken', ticket: outcome.ticket } };
    case 'notPrinted':
      return { ...result, page: notPrinted(outcome.ticket, outcome.printing, outcome.code) };
    case 'refused':
      return { ...result, page: refused(ask, outcome.refusal) };
    case 'linkLost':
      return { ...result, page: withoutAnswer(ask) };
    case 'cardGone': {
      const target = targetOf(ask);
      if (target === null) return { ...result, page: withoutAnswer(ask) };
      const listPage = 'serviceItemId' in target ? 0 : null;
      return { ...result, card: 'none', cardTrouble: 'cardGone', page: { type: 'layCard', target, listPage } };
    }
  }
}

function notPrinted(ticket: IssuedTicket, printing: 'failed' | 'unknown', code: string): RestingPage {
  return {
    type: 'notPrinted',
    ticket,
    trouble: printing === 'unknown' ? { type: 'unknown' } : { type: 'failed', code },
  };
}

/** A refused reprint leaves the number on the glass, unless the refusal is that the number has ended. */
function refused(ask: Ask, refusal: Refusal): RestingPage {
  const hasEnded = refusal.code === 'ticketEnded' || refusal.code === 'unknownTicket';
  if (ask.type === 'reprint' && ask.ticket !== null && !hasEnded)
    return { type: 'notPrinted', ticket: ask.ticket, trouble: { type: 'refused', refusal } };
  return { type: 'refused', refusal, target: targetOf(ask) };
}

function targetOf(ask: Ask): Target | null {
  if (ask.type !== 'take') return null;
  const { queueId, serviceItemId } = ask.request;
  if (queueId !== undefined) return { queueId };
  return serviceItemId === undefined ? null : { serviceItemId };
}
