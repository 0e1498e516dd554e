// Commands that the hall has not answered: sent over every new connection with the same request id, until it does.
import type { Socket } from 'socket.io-client';
import type { CommandType } from '@jiaohao/contracts/commands';
import type { ClientToServer, ServerToClient } from '@jiaohao/contracts/socket';
import { internalError, parseHallReply, type HallReply, type HallRequest } from './hall-reply.ts';
import type { Log } from './log.ts';

/** After this long over a standing connection the same request is sent once more. */
const ANSWER_MS = 5_000;

interface Question {
  readonly request: object;
  readonly settle: (answer: unknown) => void;
  isSent: boolean;
}

export class OpenQuestions {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #maySend: () => boolean;
  readonly #log: Log;
  readonly #open = new Set<Question>();
  #isClosed = false;

  /** `maySend`: the hall has welcomed this connection. */
  constructor(socket: Socket<ServerToClient, ClientToServer>, maySend: () => boolean, log: Log) {
    this.#socket = socket;
    this.#maySend = maySend;
    this.#log = log;
  }

  /** Null when `signal` aborted or this was closed first: then whether the hall carried it out is not known. */
  ask<T extends CommandType>(request: HallRequest<T>, signal?: AbortSignal): Promise<HallReply<T> | null> {
    if (this.#isClosed || signal?.aborted === true) return Promise.resolve(null);
    return new Promise((resolve) => {
      const end = (reply: HallReply<T> | null): void => {
        this.#open.delete(question);
        signal?.removeEventListener('abort', giveUp);
        resolve(reply);
      };
      const giveUp = (): void => end(null);
      const settle = (answer: unknown): void => end(answer === null ? null : this.#reply<T>(request, answer));
      const question: Question = { request, settle, isSent: false };
      signal?.addEventListener('abort', giveUp);
      this.#open.add(question);
      this.#send(question);
    });
  }

  /** After every welcome. */
  sendAll(): void {
    for (const question of this.#open) this.#send(question);
  }

  close(): void {
    this.#isClosed = true;
    for (const question of [...this.#open]) question.settle(null);
  }

  #send(question: Question): void {
    if (!this.#maySend() || question.isSent || !this.#open.has(question)) return;
    question.isSent = true;
    this.#socket.timeout(ANSWER_MS).emit('command', question.request, (error, answer) => {
      question.isSent = false;
      if (!this.#open.has(question)) return;
      // No answer in time, or the connection ended: once more, or at the next welcome.
      if ((error as Error | null) !== null) this.#send(question);
      else question.settle(answer);
    });
  }

  #reply<T extends CommandType>(request: HallRequest<T>, answer: unknown): HallReply<T> {
    const reply = parseHallReply<T>(request.type, answer);
    if (reply !== null) return reply;
    this.#log.error({ type: request.type, requestId: request.requestId }, 'The hall answered in no known form');
    return { ok: false, refusal: internalError() };
  }
}
