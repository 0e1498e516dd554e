// What there is to tell of a ticket: how long it waits still, or one sentence in place of all numbers.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { texts } from './texts.ts';

export type TicketNews =
  | { readonly type: 'waits'; readonly peopleAhead: number; readonly estimatedWaitMs: number }
  | { readonly type: 'sentence'; readonly text: Bilingual };

/** A reprinted ticket may have been called or missed already: then there is no wait to tell, and no window is free for it. */
export function ticketNews({
  state,
  peopleAhead,
  estimatedWaitMs,
}: Pick<IssuedTicket, 'state' | 'peopleAhead' | 'estimatedWaitMs'>): TicketNews {
  switch (state) {
    case 'waiting':
      if (estimatedWaitMs === null) return { type: 'sentence', text: texts.ticket.freeWindow };
      return { type: 'waits', peopleAhead, estimatedWaitMs };
    case 'called':
    case 'serving':
      return { type: 'sentence', text: texts.ticket.called };
    case 'missed':
      return { type: 'sentence', text: texts.ticket.missed };
  }
}
