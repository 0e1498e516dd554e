// The one page that drives a kiosk: whichever host brings it, the newest sits, and every message is checked, both ways.
import { PageMessage, TerminalMessage } from '../wire/page.ts';
import type { KioskTerminal } from './kiosk-terminal.ts';
import type { Log } from './log.ts';

/** A page that is gone comes back within this, or its person is taken to have left. */
const COMES_BACK_WITHIN_MS = 5_000;

/** The host's handle on the page that it brought. */
export interface SeatedPage {
  /** A message of the page as it arrived, of any form. What is no PageMessage is said and dropped. */
  take(message: unknown): void;
  /** The page is gone. Nothing more is sent to it. */
  left(): void;
}

export class PageSeat {
  readonly #terminal: KioskTerminal;
  readonly #log: Log;
  #seated: SeatedPage | null = null;
  #pageId: string | null = null;
  #gone: NodeJS.Timeout | null = null;

  constructor(terminal: KioskTerminal, log: Log) {
    this.#terminal = terminal;
    this.#log = log;
  }

  /**
   * Seats a page in place of the one before, and tells it at once how things are. `pageId` is the page's own name for itself:
   * the same one again is a connection made anew, another one takes over what its person asked for.
   */
  admit(pageId: string, send: (message: TerminalMessage) => void): SeatedPage {
    this.#stopWaiting();
    const taken = pageId === this.#pageId ? [] : this.#terminal.takeOver();
    this.#pageId = pageId;
    const tell = (message: TerminalMessage): void => this.#tell(message, send);
    const stopListening = this.#terminal.listen(tell);
    const page: SeatedPage = {
      take: (message) => this.#take(message, tell),
      left: () => {
        stopListening();
        if (this.#seated !== page) return;
        this.#seated = null;
        this.#gone = setTimeout(() => this.#terminal.personLeft(), COMES_BACK_WITHIN_MS);
      },
    };
    this.#seated = page;
    for (const message of [{ type: 'update', update: this.#terminal.update() } as const, ...taken]) tell(message);
    return page;
  }

  close(): void {
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    if (this.#gone !== null) clearTimeout(this.#gone);
    this.#gone = null;
  }

  #take(message: unknown, answer: (message: TerminalMessage) => void): void {
    const checked = PageMessage.safeParse(message);
    if (!checked.success) {
      const fields = checked.error.issues.map((issue) => issue.path.join('.'));
      this.#log.warn({ fields }, 'The page sent a message in no known form');
      return;
    }
    void this.#terminal.handle(checked.data, answer);
  }

  #tell(message: TerminalMessage, send: (message: TerminalMessage) => void): void {
    const checked = TerminalMessage.safeParse(message);
    if (checked.success) {
      send(checked.data);
      return;
    }
    const fields = checked.error.issues.map((issue) => issue.path.join('.'));
    this.#log.error({ type: message.type, fields }, 'A message to the page is not what the page may see');
  }
}
