// One program at a desk or in a corner of the hall: a socket, commands with ids of their own, the newest view of what it watches.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { CommandInput, CommandResult } from '@jiaohao/contracts/commands';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import type { ClientToServer, ServerToClient } from '@jiaohao/contracts/socket';
import type { Topic, TopicKind, ViewOf } from '@jiaohao/contracts/views';
import type { HallTime } from './hall-time.ts';

type CommandOf<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
export type Reply<T extends CommandInput['type']> =
  { readonly ok: true; readonly result: CommandResult<T> } | { readonly ok: false; readonly code: RefusalCode };

export class HallClient {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #name: string;
  readonly #views = new Map<Topic, { readonly seq: number }>();
  readonly #listeners = new Set<() => void>();
  #requests = 0;

  /** Resolves at the hall's welcome; rejects when the hall will not have it. */
  static async connect(url: string, token: string, name: string, time: HallTime): Promise<HallClient> {
    const auth = { token, protocolVersion: PROTOCOL_VERSION };
    const socket: Socket<ServerToClient, ClientToServer> = io(url, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const client = new HallClient(socket, name, time);
    await new Promise<void>((resolve, reject) => {
      socket.once('welcome', () => resolve());
      socket.once('connect_error', reject);
    });
    return client;
  }

  private constructor(socket: Socket<ServerToClient, ClientToServer>, name: string, time: HallTime) {
    this.#socket = socket;
    this.#name = name;
    socket.on('welcome', ({ at }) => time.heard(at));
    socket.on('heartbeat', ({ at }) => time.heard(at));
    socket.on('view', ({ topic, view }) => {
      const known = this.#views.get(topic);
      if (known !== undefined && known.seq > view.seq) return;
      this.#views.set(topic, view);
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** Rejects on anything but an answer of the rules: a client of ours sends nothing malformed. */
  ask<T extends CommandInput['type']>(command: CommandOf<T> & { type: T }): Promise<Reply<T>> {
    this.#requests += 1;
    const request = { requestId: `${this.#name}-request-${this.#requests}`, ...command };
    return new Promise((resolve, reject) => {
      this.#socket.emit('command', request, (answer) => {
        // The hall answers each command with the result of its type (contracts/commands.ts).
        if (answer.ok) resolve({ ok: true, result: answer.result as CommandResult<T> });
        else if ('refusal' in answer) resolve({ ok: false, code: answer.refusal.code });
        else reject(new Error(`${this.#name} ${command.type}: ${answer.error.code} ${answer.error.en}`));
      });
    });
  }

  /** As `ask`, where a refusal would be a mistake. */
  async do<T extends CommandInput['type']>(command: CommandOf<T> & { type: T }): Promise<CommandResult<T>> {
    const reply = await this.ask<T>(command);
    if (!reply.ok) throw new Error(`${this.#name} ${command.type} was refused: ${reply.code}`);
    return reply.result;
  }

  watch(topics: Topic[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.emit('watch', { topics }, (answer) =>
        answer.ok ? resolve() : reject(new Error(`${this.#name} may not watch: ${answer.error.en}`)),
      );
    });
  }

  /** The newest view as soon as it is such a one; null when `signal` ends the wait. */
  view<K extends TopicKind>(
    topic: `${K}/${string}`,
    isSuch: (view: ViewOf<K>) => boolean,
    signal: AbortSignal,
  ): Promise<ViewOf<K> | null> {
    return new Promise((resolve) => {
      const settle = (view: ViewOf<K> | null) => {
        this.#listeners.delete(look);
        signal.removeEventListener('abort', giveUp);
        resolve(view);
      };
      const giveUp = () => settle(null);
      const look = () => {
        const view = this.#views.get(topic) as ViewOf<K> | undefined;
        if (view !== undefined && isSuch(view)) settle(view);
      };
      this.#listeners.add(look);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
      else look();
    });
  }

  painted(callSeq: number): void {
    this.#socket.emit('painted', { callSeq });
  }

  close(): void {
    this.#socket.disconnect();
  }
}
