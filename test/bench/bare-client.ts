// Sockets of the measuring side, the same for ours and for the reference, so that what they cost cancels out.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';

export function connectBare(url: string, token = ''): Promise<Socket> {
  const socket = io(url, {
    auth: { token, protocolVersion: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

let requests = 0;

export function requestId(): string {
  requests += 1;
  return `bench-request-${requests}`;
}

/** Rejects when the answer is a refusal: a figure must not be made of them. */
export function ask(socket: Socket, command: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.emit('command', { requestId: requestId(), ...command }, (answer: { ok?: boolean }) => {
      if (answer.ok === false) reject(new Error(`The hall refused: ${JSON.stringify(answer)}`));
      else resolve(answer);
    });
  });
}

export function watch(socket: Socket, topics: readonly string[]): Promise<unknown> {
  return socket.emitWithAck('watch', { topics });
}
