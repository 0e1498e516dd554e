// The floating caller as its page sees it.
import { CallerMessage, CallerNotice } from '../../wire/caller.ts';
import type { PageDesk } from '../page-desk.ts';
import type { Caller } from './caller.ts';

export function callerDesk(caller: Caller): PageDesk<CallerMessage, CallerNotice> {
  return {
    hears: CallerMessage,
    says: CallerNotice,
    greet: () => [{ type: 'update', update: caller.update() }],
    listen: (listener) => caller.listen(listener),
    handle: (message) => caller.handle(message),
    // A clerk stays signed in without the bar's page; the hot keys go on.
    pageLeft: () => undefined,
  };
}
