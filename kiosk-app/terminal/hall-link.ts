// The one socket to the hall: connects for ever, keeps the newest view, and asks a command until it is answered.
import { io, type Socket } from 'socket.io-client';
import type { CommandType } from '@jiaohao/contracts/commands';
import { PROTOCOL_VERSION, type ClientToServer, type ServerToClient, type Welcome } from '@jiaohao/contracts/socket';
import { viewSchemas, type ViewOf } from '@jiaohao/contracts/views';
import type { HallReply, HallRequest } from './hall-reply.ts';
import type { Log } from './log.ts';
import { OpenQuestions } from './open-questions.ts';

export type LinkState = 'starting' | 'up' | 'down';
export type TerminalViewKind = 'kiosk' | 'windowTerminal';

export interface HallLinkOptions<K extends TerminalViewKind> {
  readonly url: string;
  readonly token: string;
  readonly viewKind: K;
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

/** A heartbeat comes every 2 s (contracts/socket.ts); two and a half of them missing is silence. */
const SILENCE_MS = 5_000;
const WATCH_ANSWER_MS = 5_000;
/** socket.io gives up by itself after a refusal; a token or a version may be put right on the other side. */
const REFUSED_RETRY_MS = 3_000;
/** Smaller changes of the offset are the network's, not the clock's. */
const CLOCK_STEP_MS = 200;

export class HallLink<K extends TerminalViewKind> implements AskHall {
  readonly #options: HallLinkOptions<K>;
  readonly #silenceMs: number;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #questions: OpenQuestions;
  readonly #listeners = new Set<() => void>();
  readonly #watchdog: NodeJS.Timeout;
  #retry: NodeJS.Timeout | null = null;
  #heardAt = performance.now();
  #isWelcome = false;
  #isSilent = false;
  #isClosed = false;
  #place: Welcome['place'] = null;
  #refusedAs: string | null = null;
  #view: ViewOf<K> | null = null;
  /** Views of an earlier connection may come from a hall that has since lost or replaced its journal. */
  #isViewOfThisConnection = false;
  #clockOffsetMs = 0;

  constructor(options: HallLinkOptions<K>) {
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
    this.#socket.on('heartbeat', ({ at }) => this.#heard(at));
    this.#socket.on('view', (message) => this.#viewCame(message));
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error) => this.#notConnected(error));
    this.#watchdog = setInterval(() => this.#checkSilence(), Math.min(this.#silenceMs / 5, 1_000));
  }

  get state(): LinkState {
    if (this.#view === null && !this.#isSilent && this.#refusedAs === null) return 'starting';
    return this.#isWelcome && !this.#isSilent && this.#view !== null ? 'up' : 'down';
  }

  get view(): ViewOf<K> | null {
    return this.#view;
  }

  get zoneId(): string | null {
    return this.#place?.zoneId ?? null;
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

  #welcome(welcome: Welcome): void {
    const { viewKind, log } = this.#options;
    this.#isWelcome = true;
    this.#refusedAs = null;
    this.#place = welcome.place;
    this.#isViewOfThisConnection = false;
    log.info({ place: welcome.place }, 'Connected to the hall');
    const id = viewKind === 'kiosk' ? 'hall' : (welcome.place?.windowId ?? null);
    if (id === null) log.error({}, 'The hall’s configuration puts this terminal at no window');
    else this.#watch(`${viewKind}/${id}`);
    this.#heard(welcome.at);
    this.#questions.sendAll();
  }

  #watch(topic: `${TerminalViewKind}/${string}`): void {
    this.#socket.timeout(WATCH_ANSWER_MS).emit('watch', { topics: [topic] }, (error, answer) => {
      if ((error as Error | null) === null && !answer.ok) {
        this.#options.log.error({ topic, code: answer.error.code }, 'The hall does not show this terminal its view');
      }
    });
  }

  #viewCame(message: { topic: string; view: unknown }): void {
    if (message.topic.split('/')[0] !== this.#options.viewKind) return;
    const parsed = viewSchemas[this.#options.viewKind].safeParse(message.view);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
      this.#options.log.error({ topic: message.topic, fields }, 'The hall sent a view in no known form');
      return;
    }
    if (this.#isViewOfThisConnection && this.#view !== null && parsed.data.seq < this.#view.seq) return;
    this.#isViewOfThisConnection = true;
    this.#view = parsed.data as ViewOf<K>;
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
      this.#options.log.error({ code }, 'The hall refuses this terminal: its token, or its version');
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
