// The kiosk's core as its page sees it: the applicants' journeys, and staff at the glass between them.
import { PageMessage, TerminalMessage } from '../wire/page.ts';
import type { KioskTerminal } from './kiosk-terminal.ts';
import type { PageDesk } from './page-desk.ts';
import type { StaffDoor } from './self-test/staff-door.ts';

export function kioskDesk(terminal: KioskTerminal, door: StaffDoor): PageDesk<PageMessage, TerminalMessage> {
  const staffNow = (): TerminalMessage[] => {
    const staff = door.view();
    return staff === null ? [] : [{ type: 'staff', staff }];
  };
  return {
    hears: PageMessage,
    says: TerminalMessage,
    greet: (isSamePage) => {
      // The PIN was given to the page before.
      if (!isSamePage) door.close();
      const taken = isSamePage ? staffNow() : terminal.takeOver();
      return [{ type: 'update', update: terminal.update() }, ...taken];
    },
    listen: (listener) => {
      const stopTerminal = terminal.listen((message) => {
        // Read a moment before the test took over the reader.
        if (door.isTesting && message.type === 'card' && message.notice.state !== 'lifted') terminal.personLeft();
        else listener(message);
      });
      const stopDoor = door.listen(listener);
      return () => {
        stopTerminal();
        stopDoor();
      };
    },
    handle: (message, answer) => {
      if (message.type === 'staff' || message.type === 'staffPin') {
        door.handle(message);
        return;
      }
      // Somebody asked for a number in the moment in which staff came: theirs is the glass.
      if (message.type === 'takeTicket' || message.type === 'reprint') door.close();
      void terminal.handle(message, answer);
    },
    pageLeft: () => {
      door.close();
      terminal.personLeft();
    },
  };
}
