// One socket a page: what it watches, what it knows, whether it may be believed, and what it has asked.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { CommandInput } from '@jiaohao/contracts/commands';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { pageIdentity } from '@jiaohao/look/page-identity';
import { guarded } from '@jiaohao/look/stand-again';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import type { ClientToServer, ConnectRefusal, RequestError, ServerToClient, Welcome } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import { KeptRequests } from './kept-requests.ts';
import type { AskOutcome } from './kept-requests.ts';
import { SILENCE_IS_DEAD_MS, linkState } from './link-state.ts';
import type { LinkState } from './link-state.ts';
import { keepNewest } from './newest-views.ts';
import type { ViewStore } from './newest-views.ts';
import { newRequestId } from './request-id.ts';

export interface HallSnapshot {
  readonly link: LinkState;
  readonly connectRefusal: ConnectRefusal['code'] | null;
  readonly welcome: Welcome | null;
  readonly views: ViewStore;
  /** Why the hall does not show what is watched. */
  readonly watchError: RequestError | null;
  /** The newest count of displays that painted a call. */
  readonly receipt: { readonly callSeq: number; readonly displays: number } | null;
  /** Hall time minus Date.now(), ms. */
  readonly clockOffsetMs: number;
  /** Hall time of the newest sign of life, epoch ms; null before the first. */
  readonly lastHeardAt: number | null;
}

type ViewMessage = Parameters<ServerToClient['view']>[0];

export interface HallConnectionOptions {
  readonly token: string;
  /** What came could not be taken in: from here on this page would show what was, not what is. */
  readonly onBroken: (error: unknown) => void;
  /** Default: the origin the page came from. */
  readonly url?: string;
  /** How long a request is kept and sent again before `unanswered`, ms. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;
const WATCHDOG_MS = 500;
/** Network jitter moves every heartbeat a little; a timer on screen must not step back for it. */
const CLOCK_JITTER_MS = 250;

export class HallConnection {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #requests: KeptRequests;
  readonly #onBroken: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  readonly #startedAt = performance.now();
  #snapshot: HallSnapshot = {
    link: 'connecting',
    connectRefusal: null,
    welcome: null,
    views: new Map(),
    watchError: null,
    receipt: null,
    clockOffsetMs: 0,
    lastHeardAt: null,
  };
  #topics: readonly Topic[] = [];
  #heardAt: number | null = null;
  #connectionNo = 0;
  #watchdog: ReturnType<typeof setInterval> | undefined;

  constructor(options: HallConnectionOptions) {
    this.#onBroken = options.onBroken;
    this.#requests = new KeptRequests(options.patienceMs ?? PATIENCE_MS);
    const socketOptions = {
      auth: { token: options.token, protocolVersion: PROTOCOL_VERSION },
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
    };
    this.#socket = options.url === undefined ? io(socketOptions) : io(options.url, socketOptions);
    this.#listen();
  }

  open(): void {
    this.#socket.connect();
    this.#watchdog = setInterval(() => this.#watch(), WATCHDOG_MS);
  }

  close(): void {
    clearInterval(this.#watchdog);
    this.#requests.close();
    this.#socket.disconnect();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changed. */
  readonly snapshot = (): HallSnapshot => this.#snapshot;

  /** Epoch ms by the hall's clock. */
  readonly hallNow = (): number => Date.now() + this.#snapshot.clockOffsetMs;

  /** Replaces what this page watches; kept over reconnects. */
  watch(topics: readonly Topic[]): void {
    this.#topics = topics;
    this.#sendTopics();
  }

  /** Asks the hall under one new request id, or one made and kept elsewhere. Never rejects; see AskOutcome. */
  ask(command: CommandInput, requestId = newRequestId()): Promise<AskOutcome> {
    return this.#requests.ask({ ...command, requestId });
  }

  /** A request has no answer yet. */
  isAsking(): boolean {
    return !this.#requests.isEmpty();
  }

  #listen(): void {
    const socket = this.#socket;
    const taken = <Message>(take: (message: Message) => void) => guarded(take, this.#onBroken);
    socket.on(
      'welcome',
      taken((welcome: Welcome) => this.#welcomed(welcome)),
    );
    socket.on(
      'heartbeat',
      taken(({ at }: { at: number }) => this.#heard(at, {})),
    );
    socket.on(
      'view',
      taken(({ topic, view }: ViewMessage) => {
        this.#change({ views: keepNewest(this.#snapshot.views, topic, view, this.#connectionNo) });
      }),
    );
    socket.on(
      'receipts',
      taken((receipt: HallSnapshot['receipt']) => this.#change({ receipt })),
    );
    socket.on('identify', (answer) => answer({ ...pageIdentity(), version: PRODUCT_VERSION }));
    socket.on('connect_error', (error) => this.#refused(error));
    socket.on('disconnect', () => this.#requests.linkDown());
  }

  #welcomed(welcome: Welcome): void {
    this.#connectionNo += 1;
    this.#heard(welcome.at, { welcome, connectRefusal: null });
    this.#sendTopics();
    this.#requests.linkUp((request, answered) => this.#socket.emit('command', request, answered));
  }

  #refused(error: Error & { data?: unknown }): void {
    const code = refusalCodeOf(error.data);
    // Any other error is the network's: socket.io tries again by itself.
    if (code !== null) this.#change({ connectRefusal: code, link: 'refused' });
  }

  #heard(at: number, change: Partial<HallSnapshot>): void {
    this.#heardAt = performance.now();
    const offset = at - Date.now();
    const isJitter = Math.abs(offset - this.#snapshot.clockOffsetMs) < CLOCK_JITTER_MS;
    this.#change({ ...change, ...(isJitter ? {} : { clockOffsetMs: offset }), link: 'connected', lastHeardAt: at });
  }

  #watch(): void {
    const now = performance.now();
    const isRefused = this.#snapshot.connectRefusal !== null;
    const link = linkState({ startedAt: this.#startedAt, heardAt: this.#heardAt, isRefused }, now);
    if (link !== this.#snapshot.link) this.#change({ link });
    if (isRefused) return;
    if (this.#socket.connected && now - (this.#heardAt ?? now) > SILENCE_IS_DEAD_MS) this.#socket.io.engine.close();
    // The hall itself put us out: socket.io leaves coming back to the page.
    if (!this.#socket.active) this.#socket.connect();
  }

  #sendTopics(): void {
    if (!this.#socket.connected || this.#topics.length === 0) return;
    this.#socket.emit('watch', { topics: [...this.#topics] }, (answer) => {
      this.#change({ watchError: answer.ok ? null : answer.error });
    });
  }

  #change(change: Partial<HallSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function refusalCodeOf(data: unknown): ConnectRefusal['code'] | null {
  if (typeof data !== 'object' || data === null || !('code' in data)) return null;
  return data.code === 'unauthorised' || data.code === 'protocolMismatch' ? data.code : null;
}
