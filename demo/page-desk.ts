// Speaks with the demo's pages: tells each new one where the screens are, all of them how the bench is, and does what they ask.
import type { RawData, WebSocket } from 'ws';
import type { Bench } from './bench.ts';
import { PageMessage, type DemoMessage, type HallState, type Screens } from './wire.ts';

/** Simulators do not tell of everything that changes in them; nothing on the bench is faster than this. */
const LOOK_MS = 150;

export class PageDesk {
  readonly #bench: Bench;
  readonly #screens: Screens;
  readonly #sockets = new Set<WebSocket>();
  readonly #timer: NodeJS.Timeout;
  #hall: HallState;
  #told = '';

  constructor(bench: Bench, screens: Screens, hall: HallState) {
    this.#bench = bench;
    this.#screens = screens;
    this.#hall = hall;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  set hall(state: HallState) {
    this.#hall = state;
    this.#look();
  }

  admit(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => void this.#take(socket, data));
    send(socket, { type: 'screens', screens: this.#screens });
    send(socket, this.#benchMessage());
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #take(socket: WebSocket, data: RawData): Promise<void> {
    const message = PageMessage.safeParse(jsonOrNull(data));
    // No page of ours says this: there is nobody to explain it to.
    if (!message.success) {
      socket.close(1008, 'no such message');
      return;
    }
    const { actionId, action } = message.data;
    const trouble = await this.#bench.act(action);
    this.#look();
    send(socket, { type: 'done', actionId, trouble });
  }

  #look(): void {
    if (this.#sockets.size === 0) return;
    const message = this.#benchMessage();
    const text = JSON.stringify(message);
    if (text === this.#told) return;
    this.#told = text;
    for (const socket of this.#sockets) send(socket, message);
  }

  #benchMessage(): DemoMessage {
    return { type: 'bench', state: { hall: this.#hall, ...this.#bench.state() } };
  }
}

function send(socket: WebSocket, message: DemoMessage): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}

/** One buffer, as `ws` gives messages unless told otherwise. */
function jsonOrNull(data: RawData): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '');
  } catch {
    return null; // refused by the schema
  }
}
