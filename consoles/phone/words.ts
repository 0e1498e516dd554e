// Names of the hall in the languages of the phone, and what a tab in the background says of its ticket.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { TicketView } from '@jiaohao/contracts/views';
import { nameIn } from '@jiaohao/look/language-pair';
import type { Pair } from '@jiaohao/look/language-pair';
import { languages, TEXTS } from './texts.ts';

export function nameOf(name: Bilingual): Pair {
  return { first: nameIn(languages.first, name), second: nameIn(languages.second, name) };
}

type HallPlace = TicketView['waitingPlace'];

/** A text with a place of the hall in it, each language with its own name of the zone. */
export function withPlace(text: (floor: number, zone: string) => Pair, { floor, zoneName }: HallPlace): Pair {
  const zone = nameOf(zoneName);
  return { first: text(floor, zone.first).first, second: text(floor, zone.second).second };
}

export function titleOf({ state, ticketNumber, call }: TicketView): string {
  if (state === 'called' && call !== null) return `${ticketNumber} ${TEXTS.goToWindow(call.windowLabel).first}`;
  if (state === 'waiting' || state === 'called') return ticketNumber;
  return `${ticketNumber} ${TEXTS.outcomes[state].first}`;
}
