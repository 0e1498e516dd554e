// The number pad: where it stands, what its keys make of the number, and what its confirmation leads to. The number is in the journey and nowhere else.
import { TYPED_ID_NUMBER_LENGTH, typedIdNumberMistake } from '@jiaohao/contracts/typed-id-number';
import type { KioskUpdate } from '../wire/page.ts';
import { allowsNoCard } from './journey-state.ts';
import type { Journey, PadKey, Page, Step, Target, Touch } from './journey-state.ts';
import { leave, show, stay, takeTyped } from './journey-steps.ts';

type NumberPage = Extract<Page, { type: 'typeNumber' }>;

/** By the hall's rule, while the reader fails. A kiosk that never had a reader has none that fails. */
export function mayType(update: KioskUpdate | null): boolean {
  return update?.view?.withoutReader === 'numberPad' && update.reader.state === 'fault';
}

/** The pad stands where the card would be asked for: nothing else leads to this number here. Else it is offered beside the rest. */
function isPadFirst(update: KioskUpdate | null, target: Target): boolean {
  return mayType(update) && update?.scanner.state !== 'ready' && !allowsNoCard(update, target);
}

export function emptyPad(target: Target, listPage: number | null): NumberPage {
  return { type: 'typeNumber', target, listPage, number: '', mistake: null };
}

/** After any step: the pad comes with the trouble of the reader and goes with it, but never from under somebody who types. */
export function settlePad(journey: Journey): Journey {
  const { page, update } = journey;
  if (page.type === 'layCard' && isPadFirst(update, page.target))
    return { ...journey, page: emptyPad(page.target, page.listPage) };
  if (page.type === 'typeNumber' && page.number === '' && !mayType(update))
    return { ...journey, page: { type: 'layCard', target: page.target, listPage: page.listPage } };
  return journey;
}

export function onPad(journey: Journey, page: NumberPage, touch: Touch, requestId: string): Step {
  switch (touch.type) {
    case 'padKey':
      return stay({ ...journey, page: { ...page, number: pressed(page.number, touch.key), mistake: null } });
    case 'confirmNumber': {
      const mistake = typedIdNumberMistake(page.number, touch.today);
      if (mistake !== null) return stay({ ...journey, page: { ...page, mistake } });
      return takeTyped(journey, page, requestId);
    }
    default:
      return stay(journey);
  }
}

function pressed(number: string, key: PadKey): string {
  if (key === 'delete') return number.slice(0, -1);
  return mayPress(number, key) ? number + key : number;
}

/** X is a check character: it stands last or nowhere. */
export function mayPress(number: string, key: PadKey): boolean {
  if (key === 'delete') return number !== '';
  if (key === 'X') return number.length === TYPED_ID_NUMBER_LENGTH - 1;
  return number.length < TYPED_ID_NUMBER_LENGTH;
}

export function backFromPad(journey: Journey, { target, listPage }: NumberPage): Step {
  if (mayType(journey.update) && !isPadFirst(journey.update, target))
    return show(journey, { type: 'layCard', target, listPage });
  return listPage === null ? leave(journey) : show(journey, { type: 'chooseItem', pageIndex: listPage });
}
