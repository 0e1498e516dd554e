// The page's one connection to the demo: what it was told last, and what a hand asks for. It comes back by itself.
import { guarded } from '@jiaohao/look/stand-again';
import { DemoMessage, type BenchAction, type BenchState, type BenchTrouble, type Screens } from '../wire.ts';

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 3_000;

export interface DemoNow {
  readonly isConnected: boolean;
  /** Null until first told; what is here stays while the connection is away. */
  readonly screens: Screens | null;
  readonly bench: BenchState | null;
  /** Why the last action did nothing. */
  readonly trouble: BenchTrouble | null;
}

export class DemoLink {
  readonly #url: string;
  readonly #onBroken: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | null = null;
  #now: DemoNow = { isConnected: false, screens: null, bench: null, trouble: null };
  #retryMs = FIRST_RETRY_MS;
  #lastActionId = 0;

  /** `onBroken`: what came could not be taken in. */
  constructor(url: string, onBroken: (error: unknown) => void) {
    this.#url = url;
    this.#onBroken = onBroken;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly now = (): DemoNow => this.#now;

  open(): void {
    const socket = new WebSocket(this.#url);
    socket.addEventListener('open', () => {
      this.#socket = socket;
      this.#retryMs = FIRST_RETRY_MS;
      this.#change({ isConnected: true });
    });
    socket.addEventListener(
      'message',
      guarded((event: MessageEvent) => this.#take(event.data), this.#onBroken),
    );
    socket.addEventListener('close', () => {
      this.#socket = null;
      this.#change({ isConnected: false });
      setTimeout(() => this.open(), this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  /** Does nothing while the connection is away: the page says that it is. */
  act(action: BenchAction): void {
    if (this.#socket === null) return;
    this.#lastActionId += 1;
    this.#socket.send(JSON.stringify({ actionId: this.#lastActionId, action }));
  }

  #take(data: unknown): void {
    const message = DemoMessage.parse(JSON.parse(String(data)));
    switch (message.type) {
      case 'screens':
        return this.#change({ screens: message.screens });
      case 'bench':
        return this.#change({ bench: message.state });
      case 'done':
        if (message.actionId === this.#lastActionId) this.#change({ trouble: message.trouble });
    }
  }

  #change(change: Partial<DemoNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
