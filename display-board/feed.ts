// The one connection of a display to the hall: newest views, the hall's time, how fresh they are, and receipts on the way back.
import './no-eval.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { pageIdentity } from '@jiaohao/look/page-identity';
import { guarded } from '@jiaohao/look/stand-again';
import { HEARTBEAT_MS, PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import type { ClientToServer, ServerToClient, WatchAnswer } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import type { Clock } from './clock.ts';
import { NO_VIEWS, receiveView } from './display-views.ts';
import type { DisplayViews } from './display-views.ts';
import { PaintedReceipts } from './painted-receipts.ts';

/** Why the hall gives this display nothing, other than a lost link. */
export type Obstacle = 'unauthorised' | 'protocolMismatch' | 'notPlaced';
export interface Place {
  readonly zoneId: string | null;
  readonly windowId: string | null;
}

export interface FeedState {
  readonly views: DisplayViews;
  /** Hall time minus `clock.now()`; null until the hall has said its time. */
  readonly hallOffsetMs: number | null;
  /** `clock.now()` of the last proof that the views are the newest; the time of opening until the first. */
  readonly freshAt: number;
  readonly obstacle: Obstacle | null;
  /** Changes when the hall's server was started anew; null before the first welcome. */
  readonly serverStartedAt: number | null;
}

export interface FeedOptions {
  /** Origin of the hall's server. */
  readonly url: string;
  readonly token: string | null;
  /** What to watch from this place; null where this kind of display cannot stand there. */
  readonly topicsFor: (place: Place) => readonly Topic[] | null;
  readonly clock: Clock;
  /** What came could not be taken in: from here on this page would show what was, not what is. */
  readonly onBroken: (error: unknown) => void;
}

const RETRY_MS = 2_000;
/** A link that brings no heartbeat this long is dead, whatever TCP still believes. */
const SILENCE_MS = 10 * HEARTBEAT_MS;
/** The hall answers within this or is asked again. */
const ANSWER_WITHIN_MS = 5_000;
/** Smaller differences of the hall's clock are the network's delay. */
const OFFSET_TOLERANCE_MS = 250;

const Welcome = z.object({
  at: z.number(),
  place: z.object({ zoneId: z.string().nullable(), windowId: z.string().nullable() }).nullable(),
  serverStartedAt: z.number(),
});
const Heartbeat = z.object({ at: z.number() });
const ViewMessage = z.object({ topic: z.string(), view: z.unknown() });
const Refused = z.object({ code: z.enum(['unauthorised', 'protocolMismatch']) });

/** Opened once for the life of a page. Reconnects for ever; everything that comes is checked, what is bad is dropped. */
export class Feed {
  readonly #options: FeedOptions;
  readonly #clock: Clock;
  readonly #receipts: PaintedReceipts;
  readonly #listeners = new Set<() => void>();
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #state: FeedState;
  #watched: readonly Topic[] = [];
  /** Watched topics of which this connection has brought no good view yet: until there are none, nothing proves freshness. */
  #missing = new Set<Topic>();
  #cancelSilence: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#receipts = new PaintedReceipts(() => this.#clock.now());
    const freshAt = this.#clock.now();
    this.#state = { views: NO_VIEWS, hallOffsetMs: null, freshAt, obstacle: null, serverStartedAt: null };
    this.#socket = io(options.url, {
      auth: { token: options.token ?? '', protocolVersion: PROTOCOL_VERSION },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      multiplex: false,
      reconnection: true,
      reconnectionAttempts: Infinity,
      reconnectionDelay: 500,
      reconnectionDelayMax: RETRY_MS,
      timeout: ANSWER_WITHIN_MS,
    });
    this.#listen();
  }

  state(): FeedState {
    return this.#state;
  }

  /** The answer ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called after the frame in which the call became visible, and not before. */
  painted(callSeq: number): void {
    this.#receipts.painted(callSeq);
  }

  close(): void {
    this.#cancelSilence();
    this.#cancelRetry();
    this.#socket.disconnect();
  }

  #listen(): void {
    const { onBroken } = this.#options;
    this.#socket.on('connect', () => this.#awaitSound());
    this.#socket.on(
      'welcome',
      guarded((raw: unknown) => this.#onWelcome(raw), onBroken),
    );
    this.#socket.on(
      'view',
      guarded((raw: unknown) => this.#onView(raw), onBroken),
    );
    this.#socket.on(
      'heartbeat',
      guarded((raw: unknown) => this.#onHeartbeat(raw), onBroken),
    );
    this.#socket.on('identify', (answer) => answer({ ...pageIdentity(), version: PRODUCT_VERSION }));
    this.#socket.on('connect_error', (error: Error & { data?: unknown }) => this.#onRefused(error.data));
    this.#socket.on('disconnect', () => this.#onLinkLost());
  }

  #onWelcome(raw: unknown): void {
    const welcome = Welcome.safeParse(raw);
    if (!welcome.success) return;
    const { at, place, serverStartedAt } = welcome.data;
    const topics = place === null ? null : this.#options.topicsFor(place);
    this.#watched = topics ?? [];
    this.#missing = new Set(this.#watched);
    this.#set({
      // A server with its data restored may count from a lower seq: what a connection brings first is the newest.
      views: withSeqsForgotten(this.#state.views),
      hallOffsetMs: at - this.#clock.now(),
      obstacle: topics === null ? 'notPlaced' : null,
      serverStartedAt,
    });
    this.#receipts.linkUp((callSeq) => this.#socket.emit('painted', { callSeq }));
    this.#watch();
  }

  #watch(): void {
    if (!this.#socket.connected || this.#watched.length === 0) return;
    const again = (): void => this.#retry(() => this.#watch());
    this.#socket
      .timeout(ANSWER_WITHIN_MS)
      .emitWithAck('watch', { topics: this.#watched })
      .then((answer: WatchAnswer) => {
        if (!answer.ok) again();
      }, again);
  }

  #onView(raw: unknown): void {
    const message = ViewMessage.safeParse(raw);
    const topic = message.success ? this.#watched.find((each) => each === message.data.topic) : undefined;
    if (!message.success || topic === undefined) return;
    const reception = receiveView(this.#state.views, topic, message.data.view);
    switch (reception.kind) {
      case 'bad':
        // The hall has news that cannot be shown: from here on the display is no longer fresh.
        this.#missing.add(topic);
        return;
      case 'old':
        return;
      case 'kept':
        this.#missing.delete(topic);
        this.#set({ views: reception.views, ...this.#proof() });
    }
  }

  #onHeartbeat(raw: unknown): void {
    const heartbeat = Heartbeat.safeParse(raw);
    if (!heartbeat.success) return;
    this.#awaitSound();
    const offsetMs = heartbeat.data.at - this.#clock.now();
    const knownMs = this.#state.hallOffsetMs;
    const isSame = knownMs !== null && Math.abs(offsetMs - knownMs) < OFFSET_TOLERANCE_MS;
    this.#set({ ...(isSame ? {} : { hallOffsetMs: offsetMs }), ...this.#proof() });
  }

  /** Something was heard while every watched view is there: the display shows the newest. */
  #proof(): Partial<FeedState> {
    return this.#watched.length > 0 && this.#missing.size === 0 ? { freshAt: this.#clock.now() } : {};
  }

  #onRefused(data: unknown): void {
    const refused = Refused.safeParse(data);
    if (refused.success) this.#set({ obstacle: refused.data.code });
    this.#reconnectUnlessTrying();
  }

  #onLinkLost(): void {
    this.#cancelSilence();
    this.#receipts.linkDown();
    this.#missing = new Set(this.#watched);
    this.#reconnectUnlessTrying();
  }

  /** socket.io gives up when the server refuses or ends a connection; a display never does. */
  #reconnectUnlessTrying(): void {
    if (!this.#socket.active) this.#retry(() => this.#socket.connect());
  }

  #retry(action: () => void): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#clock.after(RETRY_MS, action);
  }

  #awaitSound(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#clock.after(SILENCE_MS, () => this.#socket.io.engine.close());
  }

  #set(change: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function withSeqsForgotten(views: DisplayViews): DisplayViews {
  const forget = <V extends { seq: number }>(view: V | null): V | null => (view === null ? null : { ...view, seq: 0 });
  return {
    boardCalls: forget(views.boardCalls),
    boardStatus: forget(views.boardStatus),
    windowScreenCalls: forget(views.windowScreenCalls),
    windowScreenStatus: forget(views.windowScreenStatus),
  };
}
