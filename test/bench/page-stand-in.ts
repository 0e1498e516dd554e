// In the place of a kiosk's page, on its bridge: the same messages without a browser, so that what is measured is the terminal.
import { randomBytes } from 'node:crypto';
import { TOKEN_PROTOCOL } from '../../kiosk-app/browser/bridge-script.ts';
import { TerminalMessage } from '../../kiosk-app/wire/page.ts';
import type { KioskUpdate, PageMessage, TakeTicketRequest } from '../../kiosk-app/wire/page.ts';

const ANSWER_MS_MAX = 60_000;

export class PageStandIn {
  readonly #socket: WebSocket;
  readonly #listeners = new Set<(message: TerminalMessage) => void>();
  #update: KioskUpdate | null = null;
  #asks = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = TerminalMessage.parse(JSON.parse(String(data)));
      if (message.type === 'update') this.#update = message.update;
      for (const listener of [...this.#listeners]) listener(message);
    });
  }

  /** `page`: the address that the terminal told when it was ready. */
  static async open(page: string): Promise<PageStandIn> {
    const { origin, host } = new URL(page);
    const answer = await fetch(`${origin}/page-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ pageId: randomBytes(16).toString('hex') }),
    });
    const { token } = (await answer.json()) as { token: string };
    const socket = new WebSocket(`ws://${host}/bridge`, {
      protocols: [`${TOKEN_PROTOCOL}${token}`],
      headers: { origin },
    });
    // Listens before it is open: the first message may come with the answer that opens it.
    const standIn = new PageStandIn(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error('The terminal let no page in.')), { once: true });
    });
    return standIn;
  }

  /** What `pick` finds first in the messages from now on. */
  hears<T>(what: string, pick: (message: TerminalMessage) => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`The terminal told no ${what} within ${ANSWER_MS_MAX} ms.`));
      }, ANSWER_MS_MAX);
      const listener = (message: TerminalMessage): void => {
        const found = pick(message);
        if (found === null) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(found);
      };
      this.#listeners.add(listener);
    });
  }

  /** Reader and printer at work, and the hall there. */
  async ready(): Promise<void> {
    if (this.#update !== null && isReady(this.#update)) return;
    await this.hears('device that is ready', (message) =>
      message.type === 'update' && isReady(message.update) ? true : null,
    );
  }

  cardIs(state: 'laid' | 'lifted'): Promise<true> {
    return this.hears(`card ${state}`, (message) =>
      message.type === 'card' && message.notice.state === state ? true : null,
    );
  }

  /** The type of the outcome. */
  async takeTicket(request: Omit<TakeTicketRequest, 'requestId'>): Promise<string> {
    const id = ++this.#asks;
    const answered = this.hears('outcome', (message) =>
      message.type === 'answer' && message.id === id ? message.outcome.type : null,
    );
    const requestId = `bench-page-${process.pid}-${id}`;
    this.say({ type: 'takeTicket', id, request: { requestId, ...request } });
    return answered;
  }

  say(message: PageMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#socket.close();
  }
}

function isReady({ reader, printer, hallLink }: KioskUpdate): boolean {
  return reader.state === 'ready' && printer.state === 'ready' && hallLink === 'up';
}
