// The kiosk's core as its page sees it.
import { PageMessage, TerminalMessage } from '../wire/page.ts';
import type { KioskTerminal } from './kiosk-terminal.ts';
import type { PageDesk } from './page-desk.ts';

export function kioskDesk(terminal: KioskTerminal): PageDesk<PageMessage, TerminalMessage> {
  return {
    hears: PageMessage,
    says: TerminalMessage,
    greet: (isSamePage) => {
      const taken = isSamePage ? [] : terminal.takeOver();
      return [{ type: 'update', update: terminal.update() }, ...taken];
    },
    listen: (listener) => terminal.listen(listener),
    handle: (message, answer) => void terminal.handle(message, answer),
    pageLeft: () => terminal.personLeft(),
  };
}
