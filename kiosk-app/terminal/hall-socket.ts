// One socket to the hall: connects for ever, keeps the newest view of each kind it watches, asks a command until it is answered.
import { io, type Socket } from 'socket.io-client';
import type { CommandType } from '@jiaohao/contracts/commands';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { PROTOCOL_VERSION, type ClientToServer, type ServerToClient, type Welcome } from '@jiaohao/contracts/socket';
import { viewSchemas, type AnyView, type Topic, type TopicKind, type ViewOf } from '@jiaohao/contracts/views';
import type { HallReply, HallRequest } from './hall-reply.ts';
import type { Log } from './log.ts';
import { OpenQuestions } from './open-questions.ts';

export type LinkState = 'starting' | 'up' | 'down';

export interface HallSocketOptions<K extends TopicKind> {
  readonly url: string;
  readonly token: string;
  /** Whose token it is: for the log. */
  readonly holder: 'terminal' | 'clerk';
  /** The link is up when there is a view of each of these. */
  readonly kinds: readonly K[];
  /** Watched as well; the link is up without them. */
  readonly alsoKinds?: readonly K[];
  /** What to watch on this connection; null where the hall's configuration gives this holder nothing to see. */
  readonly topicsOf: (welcome: Welcome) => readonly `${K}/${string}`[] | null;
  readonly log: Log;
  /** Without a word from the hall for this long the link counts as down and is made anew. */
  readonly silenceMs?: number;
}

/** What the rest of the core asks of the hall. */
export interface AskHall {
  readonly state: LinkState;
  /** The hall's clock, epoch ms, by its last heartbeat. */
  now(): number;
  /**
   * Sends the same request, with its id, over every new connection until it is answered. Null only when `signal`
   * aborted first, or the link was closed: then whether the hall carried it out is not known.
   */
  ask<T extends CommandType>(request: HallRequest<T>, signal?: AbortSignal): Promise<HallReply<T> | null>;
}

interface KeptView {
  readonly view: AnyView;
  /** Views of an earlier connection may come from a hall that has since lost or replaced its journal. */
  readonly connectionNo: number;
}

/** A heartbeat comes every 2 s (contracts/socket.ts); two and a half of them missing is silence. */
const SILENCE_MS = 5_000;
const WATCH_ANSWER_MS = 5_000;
/** socket.io gives up by itself after a refusal; a token or a version may be put right on the other side. */
const REFUSED_RETRY_MS = 3_000;
/** Smaller changes of the offset are the network's, not the clock's. */
const CLOCK_STEP_MS = 200;

export class HallSocket<K extends TopicKind> implements AskHall {
  readonly #options: HallSocketOptions<K>;
  readonly #silenceMs: number;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #questions: OpenQuestions;
  readonly #listeners = new Set<() => void>();
  readonly #watchdog: NodeJS.Timeout;
  /** By topic. */
  readonly #views = new Map<string, KeptView>();
  #retry: NodeJS.Timeout | null = null;
  #heardAt = performance.now();
  #isWelcome = false;
  #isSilent = false;
  #isClosed = false;
  #place: Welcome['place'] = null;
  #refusedAs: string | null = null;
  #connectionNo = 0;
  #clockOffsetMs = 0;

  constructor(options: HallSocketOptions<K>) {
    this.#options = options;
    this.#silenceMs = options.silenceMs ?? SILENCE_MS;
    this.#socket = io(options.url, {
      auth: { token: options.token, protocolVersion: PROTOCOL_VERSION },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
      timeout: 5_000,
    });
    this.#questions = new OpenQuestions(this.#socket, () => this.#isWelcome, options.log);
    this.#socket.on('welcome', (welcome) => this.#welcome(welcome));
    this.#socket.on('identify', (answer) => answer({ at: Date.now(), version: PRODUCT_VERSION, build: null }));
    this.#socket.on('heartbeat', ({ at }) => this.#heard(at));
    this.#socket.on('view', (message) => this.#viewCame(message));
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error) => this.#notConnected(error));
    this.#watchdog = setInterval(() => this.#checkSilence(), Math.min(this.#silenceMs / 5, 1_000));
  }

  get state(): LinkState {
    const hasViews = this.#options.kinds.every((kind) => this.#newest(kind) !== null);
    if (!hasViews && !this.#isSilent && this.#refusedAs === null) return 'starting';
    return this.#isWelcome && !this.#isSilent && hasViews ? 'up' : 'down';
  }

  /** The newest view of this kind, or of this window's of the kind where several are watched; null before the first. */
  viewOf<T extends K>(kind: T, id?: string): ViewOf<T> | null {
    const view = id === undefined ? this.#newest(kind) : (this.#views.get(`${kind}/${id}`)?.view ?? null);
    // Each kind's view went through that kind's schema; the compiler cannot follow a lookup by a generic key.
    return view as ViewOf<T> | null;
  }

  get place(): Welcome['place'] {
    return this.#place;
  }

  /** The code of the hall's refusal of the token or the version, while it stands. */
  get refusedAs(): string | null {
    return this.#refusedAs;
  }

  /** The hall's clock minus this machine's. */
  get clockOffsetMs(): number {
    return this.#clockOffsetMs;
  }

  now(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  /** After every change of link, view, place or clock. Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ask<T extends CommandType>(request: HallRequest<T>, signal?: AbortSignal): Promise<HallReply<T> | null> {
    return this.#questions.ask(request, signal);
  }

  close(): void {
    clearInterval(this.#watchdog);
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#isClosed = true;
    this.#socket.disconnect();
    this.#questions.close();
    this.#listeners.clear();
  }

  #newest(kind: K): AnyView | null {
    for (const [topic, { view }] of this.#views) if (topic.startsWith(`${kind}/`)) return view;
    return null;
  }

  #welcome(welcome: Welcome): void {
    const { holder, log, topicsOf } = this.#options;
    this.#isWelcome = true;
    this.#refusedAs = null;
    this.#place = welcome.place;
    this.#connectionNo += 1;
    log.info({ holder, place: welcome.place }, 'Connected to the hall');
    const topics = topicsOf(welcome);
    for (const topic of this.#views.keys())
      if (topics?.some((each) => each === topic) !== true) this.#views.delete(topic);
    if (topics === null) log.error({ holder }, 'The hall’s configuration puts this terminal at no window');
    else this.#watch(topics);
    this.#heard(welcome.at);
    this.#questions.sendAll();
  }

  #watch(topics: readonly Topic[]): void {
    this.#socket.timeout(WATCH_ANSWER_MS).emit('watch', { topics: [...topics] }, (error, answer) => {
      if ((error as Error | null) === null && !answer.ok) {
        this.#options.log.error({ topics, code: answer.error.code }, 'The hall does not show this terminal its view');
      }
    });
  }

  #viewCame(message: { topic: string; view: unknown }): void {
    const { kinds, alsoKinds = [] } = this.#options;
    const kind = [...kinds, ...alsoKinds].find((each) => each === message.topic.split('/')[0]);
    if (kind === undefined) return;
    const parsed = viewSchemas[kind].safeParse(message.view);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
      this.#options.log.error({ topic: message.topic, fields }, 'The hall sent a view in no known form');
      return;
    }
    const known = this.#views.get(message.topic);
    if (known?.connectionNo === this.#connectionNo && parsed.data.seq < known.view.seq) return;
    this.#views.set(message.topic, { view: parsed.data, connectionNo: this.#connectionNo });
    this.#heardAt = performance.now();
    this.#isSilent = false;
    this.#changed();
  }

  #heard(hallAt: number): void {
    this.#heardAt = performance.now();
    const offsetMs = Math.round(hallAt - Date.now());
    const isStep = Math.abs(offsetMs - this.#clockOffsetMs) >= CLOCK_STEP_MS;
    if (isStep) this.#clockOffsetMs = offsetMs;
    const wasSilent = this.#isSilent;
    this.#isSilent = false;
    if (isStep || wasSilent) this.#changed();
  }

  #checkSilence(): void {
    if (performance.now() - this.#heardAt <= this.#silenceMs) return;
    this.#heardAt = performance.now();
    if (!this.#isSilent) {
      this.#isSilent = true;
      this.#options.log.warn({}, 'Nothing heard from the hall');
      this.#changed();
    }
    // A connection that hangs without an end is dropped by us; what waits is asked again over the next one.
    if (this.#socket.connected) this.#socket.disconnect().connect();
  }

  #lost(): void {
    if (!this.#isWelcome) return;
    this.#isWelcome = false;
    this.#options.log.warn({}, 'The connection to the hall ended');
    this.#changed();
    this.#connectLater();
  }

  #notConnected(error: Error & { data?: unknown }): void {
    if (this.#socket.active) return;
    const code = refusalCode(error.data);
    if (code !== this.#refusedAs) {
      this.#refusedAs = code;
      const { holder, log } = this.#options;
      log.error({ code }, `The hall refuses this ${holder}: its token, or its version`);
      this.#changed();
    }
    this.#connectLater();
  }

  /** Where socket.io does not come back by itself: after a refusal, and after the server ended the connection. */
  #connectLater(): void {
    if (this.#socket.active || this.#isClosed) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), REFUSED_RETRY_MS);
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function refusalCode(data: unknown): string {
  return typeof data === 'object' && data !== null && 'code' in data ? String(data.code).slice(0, 32) : 'refused';
}
