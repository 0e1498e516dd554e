// The state machine of the kiosk's pages: what each touch, card, answer and time limit leads to. Pure: no clock, no timers, no random.
import { next as answered } from './journey-answers.ts';
import { backFromPad, emptyPad, mayType, onPad, settlePad } from './journey-number-pad.ts';
import { leave, reprint, show, stay, take, takeOver, tryAgain } from './journey-steps.ts';
import { allowsNoCard, failedForAll, hallStateOf, screenOf } from './journey-state.ts';
import { nextLanguage } from './languages.ts';
import type { Input, Journey, Page, RestingPage, Step, Target, Touch } from './journey-state.ts';
import type { CardNotice } from '../wire/page.ts';

/**
 * One step. `newRequestId` is fresh for every call and used only when this input makes a new wish, so that the id is as old as the
 * touch; a retry of the same wish keeps its own.
 */
export function next(journey: Journey, input: Input, newRequestId: string): Step {
  const step = moved(journey, input, newRequestId);
  return { ...step, journey: settlePad(step.journey) };
}

function moved(journey: Journey, input: Input, newRequestId: string): Step {
  switch (input.type) {
    case 'update':
      return updated({ ...journey, update: input.update, isTerminalLost: false }, newRequestId);
    case 'card':
      return card(journey, input.state, newRequestId);
    case 'terminalLost':
    case 'printing':
    case 'answer':
      return stay(answered(journey, input));
    case 'takenOver':
      return takeOver(journey, input.asked);
    case 'timeUp':
      return timeUp(journey);
    default:
      return touched(journey, input, newRequestId);
  }
}

/** A wish: with the card that lies there at once; without a reader at once where the queue allows; else the card is asked for. */
function want(journey: Journey, behind: RestingPage, target: Target, requestId: string): Step {
  if (journey.card === 'laid') return take(journey, target, true, behind, requestId);
  const hasReader = journey.update?.reader.state !== 'absent' || journey.update.scanner.state !== 'absent';
  if (!hasReader && allowsNoCard(journey.update, target)) return take(journey, target, false, behind, requestId);
  return show(journey, { type: 'layCard', target, listPage: behind.type === 'chooseItem' ? behind.pageIndex : null });
}

function updated(journey: Journey, newRequestId: string): Step {
  if (journey.page.type === 'layCard' && journey.card === 'laid' && hallStateOf(journey) === 'open')
    return take(journey, journey.page.target, true, journey.page, newRequestId);
  return stay(journey);
}

function card(before: Journey, state: CardNotice['state'], newRequestId: string): Step {
  switch (state) {
    case 'laid':
      return cardLaid({ ...before, card: 'laid', cardTrouble: null }, newRequestId);
    case 'lifted':
      return stay({ ...before, card: 'none' });
    case 'layAgain':
    case 'unsupported':
    case 'scanAgain':
    case 'noDocument':
      return cardFailed({ ...before, card: 'none', cardTrouble: state, readFailures: before.readFailures + 1 });
  }
}

function cardLaid(journey: Journey, newRequestId: string): Step {
  if (hallStateOf(journey) !== 'open') return stay(journey);
  const page = journey.page;
  switch (page.type) {
    case 'start': {
      if (failedForAll(journey.update) !== null) return stay(journey);
      const queueId = journey.update?.view?.comprehensiveQueueId ?? null;
      if (queueId === null) return show(journey, { type: 'chooseItem', pageIndex: 0 });
      return take(journey, { queueId }, true, page, newRequestId);
    }
    case 'chooseItem':
      return show(journey, page);
    case 'layCard':
      return take(journey, page.target, true, page, newRequestId);
    case 'typeNumber':
      return take(journey, page.target, true, emptyPad(page.target, page.listPage), newRequestId);
    case 'refused':
      if (page.target === null || page.refusal.code !== 'idCardRequired') return stay(journey);
      return take(journey, page.target, true, page, newRequestId);
    case 'noAnswer':
      return laidAfterNoAnswer(journey, page, newRequestId);
    case 'taking':
    case 'printing':
    case 'taken':
    case 'notPrinted':
      return stay(journey);
  }
}

/** A card laid anew may be another person's: a new wish. The hall knows the first one again by its person. */
function laidAfterNoAnswer(journey: Journey, page: Extract<Page, { type: 'noAnswer' }>, newRequestId: string): Step {
  if (page.ask.type !== 'take') return stay(journey);
  const { queueId, serviceItemId } = page.ask.request;
  if (queueId !== undefined) return take(journey, { queueId }, true, page, newRequestId);
  if (serviceItemId !== undefined) return take(journey, { serviceItemId }, true, page, newRequestId);
  return stay(journey);
}

function cardFailed(journey: Journey): Step {
  if (journey.page.type !== 'start' || screenOf(journey) !== 'start') return stay(journey);
  const queueId = journey.update?.view?.comprehensiveQueueId ?? null;
  if (queueId === null) return show(journey, { type: 'chooseItem', pageIndex: 0 });
  return show(journey, { type: 'layCard', target: { queueId }, listPage: null });
}

function timeUp(journey: Journey): Step {
  switch (journey.page.type) {
    case 'taking':
    case 'printing':
      return stay(answered(journey, { type: 'timeUp' }));
    default:
      break;
  }
  switch (screenOf(journey)) {
    case 'chooseItem':
    case 'layCard':
    case 'typeNumber':
    case 'refused':
    case 'noAnswer':
    case 'help':
      return stay({ ...journey, overlay: 'idleWarning' });
    default:
      return leave(journey);
  }
}

function touched(journey: Journey, touch: Touch, newRequestId: string): Step {
  switch (touch.type) {
    case 'help':
      return stay({ ...journey, overlay: 'help' });
    case 'goOn':
      return stay({ ...journey, overlay: null });
    case 'home':
      return leave(journey);
    case 'back':
      return back(journey);
    case 'swapLanguage':
      return stay({ ...journey, language: nextLanguage(journey.language) });
    case 'swapTypeSize':
      return stay(swapTypeSize(journey));
    default:
      return journey.overlay === null ? wished(journey, touch, newRequestId) : stay(journey);
  }
}

/** The list is dealt anew, fewer a page: it begins again at its first. */
function swapTypeSize(journey: Journey): Journey {
  const page: Page = journey.page.type === 'chooseItem' ? { type: 'chooseItem', pageIndex: 0 } : journey.page;
  return { ...journey, page, typeSize: journey.typeSize === 'normal' ? 'large' : 'normal' };
}

type Wish = Exclude<Touch, { type: 'help' | 'goOn' | 'home' | 'back' | 'swapLanguage' | 'swapTypeSize' }>;

/** Touches that mean something on one page only; anywhere else (the second half of a double tap) they mean nothing. */
function wished(journey: Journey, touch: Wish, newRequestId: string): Step {
  const page = journey.page;
  switch (page.type) {
    case 'start': {
      if (failedForAll(journey.update) !== null) return stay(journey);
      const queueId = journey.update?.view?.comprehensiveQueueId ?? null;
      if (touch.type === 'oneKey' && queueId !== null) return want(journey, page, { queueId }, newRequestId);
      if (touch.type === 'openItems') return show(journey, { type: 'chooseItem', pageIndex: 0 });
      return stay(journey);
    }
    case 'chooseItem':
      if (touch.type === 'turnPage') return show(journey, { type: 'chooseItem', pageIndex: touch.pageIndex });
      if (touch.type !== 'chooseItem') return stay(journey);
      return want(journey, page, { serviceItemId: touch.serviceItemId }, newRequestId);
    case 'layCard':
      if (touch.type === 'openPad' && mayType(journey.update))
        return show(journey, emptyPad(page.target, page.listPage));
      if (touch.type !== 'withoutCard' || !allowsNoCard(journey.update, page.target)) return stay(journey);
      return take(journey, page.target, false, page, newRequestId);
    case 'typeNumber':
      return onPad(journey, page, touch, newRequestId);
    case 'taken':
      if (touch.type === 'done') return leave(journey);
      if (touch.type !== 'noPaper') return stay(journey);
      return show(journey, { type: 'notPrinted', ticket: page.ticket, trouble: { type: 'missing' } });
    case 'notPrinted':
      if (touch.type === 'done') return leave(journey);
      return touch.type === 'reprint' ? reprint(journey, page, newRequestId) : stay(journey);
    case 'refused':
      if (touch.type === 'reprint') return reprint(journey, page, newRequestId);
      if (touch.type !== 'useCard' || page.target === null) return stay(journey);
      return show(journey, { type: 'layCard', target: page.target, listPage: null });
    case 'noAnswer':
      return touch.type === 'tryAgain' ? tryAgain(journey, page) : stay(journey);
    case 'taking':
    case 'printing':
      return stay(journey);
  }
}

/** The way back. A number on the glass is left only by its own button; nothing is left while an answer is due. */
function back(journey: Journey): Step {
  if (journey.overlay !== null) return stay({ ...journey, overlay: null });
  switch (journey.page.type) {
    case 'start':
    case 'taking':
    case 'printing':
    case 'notPrinted':
      return stay(journey);
    case 'layCard': {
      const { listPage } = journey.page;
      return listPage === null ? leave(journey) : show(journey, { type: 'chooseItem', pageIndex: listPage });
    }
    case 'typeNumber':
      return backFromPad(journey, journey.page);
    case 'chooseItem':
    case 'taken':
    case 'refused':
    case 'noAnswer':
      return leave(journey);
  }
}
