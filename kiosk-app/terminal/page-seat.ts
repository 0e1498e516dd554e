// The one page that drives a terminal: whichever host brings it, the newest sits, and every message is checked, both ways.
import type { PageMessage, TerminalMessage } from '../wire/page.ts';
import type { Log } from './log.ts';
import type { PageDesk } from './page-desk.ts';

/** A page that is gone comes back within this, or its person is taken to have left. */
const COMES_BACK_WITHIN_MS = 5_000;
/** Where the host itself brings it back: its longest pause before a new page (electron/back-off.ts), and the time to load it. */
const BROUGHT_BACK_WITHIN_MS = 45_000;

/** The host's handle on the page that it brought. */
export interface SeatedPage {
  /** A message of the page as it arrived, of any form. What the desk does not hear is said and dropped. */
  take(message: unknown): void;
  /** The page is gone. Nothing more is sent to it. `broughtBack`: the host is about to show another one, and its person waits. */
  left(how?: 'broughtBack'): void;
}

/** What a host needs of a seat, whatever the role. */
export interface Seat {
  admit(pageId: string, send: (message: unknown) => void): SeatedPage;
}

export class PageSeat<Heard = PageMessage, Said = TerminalMessage> implements Seat {
  readonly #desk: PageDesk<Heard, Said>;
  readonly #log: Log;
  #seated: SeatedPage | null = null;
  #pageId: string | null = null;
  #gone: NodeJS.Timeout | null = null;

  constructor(desk: PageDesk<Heard, Said>, log: Log) {
    this.#desk = desk;
    this.#log = log;
  }

  /**
   * Seats a page in place of the one before, and tells it at once how things are. `pageId` is the page's own name for itself:
   * the same one again is a connection made anew, another one takes over what its person asked for.
   */
  admit(pageId: string, send: (message: Said) => void): SeatedPage {
    this.#stopWaiting();
    const greeting = this.#desk.greet(pageId === this.#pageId);
    this.#pageId = pageId;
    const tell = (message: Said): void => this.#tell(message, send);
    const stopListening = this.#desk.listen(tell);
    const page: SeatedPage = {
      take: (message) => this.#take(message, tell),
      left: (how) => {
        stopListening();
        if (this.#seated !== page) return;
        this.#seated = null;
        const waitMs = how === 'broughtBack' ? BROUGHT_BACK_WITHIN_MS : COMES_BACK_WITHIN_MS;
        this.#gone = setTimeout(() => this.#desk.pageLeft(), waitMs);
      },
    };
    this.#seated = page;
    greeting.forEach(tell);
    return page;
  }

  close(): void {
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    if (this.#gone !== null) clearTimeout(this.#gone);
    this.#gone = null;
  }

  #take(message: unknown, answer: (message: Said) => void): void {
    const checked = this.#desk.hears.safeParse(message);
    if (!checked.success) {
      const fields = checked.error.issues.map((issue) => issue.path.join('.'));
      this.#log.warn({ fields }, 'The page sent a message in no known form');
      return;
    }
    this.#desk.handle(checked.data, answer);
  }

  #tell(message: Said, send: (message: Said) => void): void {
    const checked = this.#desk.says.safeParse(message);
    if (checked.success) {
      send(checked.data);
      return;
    }
    const fields = checked.error.issues.map((issue) => issue.path.join('.'));
    this.#log.error({ fields }, 'A message to the page is not what the page may see');
  }
}
