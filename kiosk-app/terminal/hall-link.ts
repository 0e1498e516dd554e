// The terminal's own link to the hall: one socket with the terminal's token, and the one view that its role is shown.
import type { CommandType } from '@jiaohao/contracts/commands';
import type { Welcome } from '@jiaohao/contracts/socket';
import type { ViewOf } from '@jiaohao/contracts/views';
import type { HallReply, HallRequest } from './hall-reply.ts';
import { HallSocket, type AskHall, type LinkState } from './hall-socket.ts';
import type { Log } from './log.ts';

export type { AskHall, LinkState } from './hall-socket.ts';
export type TerminalViewKind = 'kiosk' | 'windowTerminal';

export interface HallLinkOptions<K extends TerminalViewKind> {
  readonly url: string;
  readonly token: string;
  readonly viewKind: K;
  /** How many wait for the window as well, for a call pad's display. */
  readonly withWaiting?: boolean;
  readonly log: Log;
  /** Without a word from the hall for this long the link counts as down and is made anew. */
  readonly silenceMs?: number;
}

export class HallLink<K extends TerminalViewKind> implements AskHall {
  readonly #viewKind: K;
  readonly #socket: HallSocket<K | 'clerkStatus'>;

  constructor({ viewKind, withWaiting = false, ...options }: HallLinkOptions<K>) {
    this.#viewKind = viewKind;
    this.#socket = new HallSocket<K | 'clerkStatus'>({
      ...options,
      holder: 'terminal',
      kinds: [viewKind],
      alsoKinds: withWaiting ? ['clerkStatus'] : [],
      topicsOf: ({ place }) => topicsOf(viewKind, place, withWaiting),
    });
  }

  get state(): LinkState {
    return this.#socket.state;
  }

  get view(): ViewOf<K> | null {
    return this.#socket.viewOf(this.#viewKind);
  }

  /** Null where it is not asked for, and before the first view. */
  get waiting(): number | null {
    return this.#socket.viewOf('clerkStatus')?.waiting ?? null;
  }

  get zoneId(): string | null {
    return this.#socket.place?.zoneId ?? null;
  }

  /** The hall's clock minus this machine's. */
  get clockOffsetMs(): number {
    return this.#socket.clockOffsetMs;
  }

  now(): number {
    return this.#socket.now();
  }

  /** After every change of link, view, place or clock. Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    return this.#socket.onChange(listener);
  }

  ask<T extends CommandType>(request: HallRequest<T>, signal?: AbortSignal): Promise<HallReply<T> | null> {
    return this.#socket.ask(request, signal);
  }

  close(): void {
    this.#socket.close();
  }
}

function topicsOf<K extends TerminalViewKind>(
  kind: K,
  place: Welcome['place'],
  withWaiting: boolean,
): readonly `${K | 'clerkStatus'}/${string}`[] | null {
  const id = kind === 'kiosk' ? 'hall' : (place?.windowId ?? null);
  if (id === null) return null;
  return withWaiting ? [`${kind}/${id}`, `clerkStatus/${id}`] : [`${kind}/${id}`];
}
