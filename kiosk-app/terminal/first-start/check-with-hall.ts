// Asks the hall whether it knows this terminal, before anything is written: a wrong token is found while its paper is at hand.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import type { ServerToClient, Welcome } from '@jiaohao/contracts/socket';
import type { FirstSettings } from './settings.ts';

export type HallProblem =
  | 'hallUnreachable'
  | 'tokenRefused'
  | 'versionMismatch'
  /** The token is somebody else's, or no terminal's. */
  | 'anotherTerminal'
  /** The hall's configuration has it in another role, or not at all. */
  | 'anotherRole';

const ANSWER_LIMIT_MS = 8_000;

/** Null: the hall knows it, in this role. */
export async function checkWithHall(settings: FirstSettings): Promise<HallProblem | null> {
  const socket: Socket<ServerToClient> = io(settings.hallUrl, {
    auth: { token: settings.token, protocolVersion: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: ANSWER_LIMIT_MS,
  });
  try {
    return await new Promise<HallProblem | null>((resolve) => {
      setTimeout(() => resolve('hallUnreachable'), ANSWER_LIMIT_MS).unref();
      socket.once('welcome', (welcome) => resolve(problemOf(welcome, settings)));
      socket.once('connect_error', (error) => resolve(refusalOf(error)));
      socket.once('disconnect', () => resolve('hallUnreachable'));
    });
  } finally {
    socket.disconnect();
  }
}

function problemOf({ who, role }: Welcome, settings: FirstSettings): HallProblem | null {
  if (who.kind !== 'terminal' || who.terminalId !== settings.terminalId) return 'anotherTerminal';
  return role === settings.role ? null : 'anotherRole';
}

function refusalOf(error: Error & { data?: unknown }): HallProblem {
  const code = typeof error.data === 'object' && error.data !== null && 'code' in error.data ? error.data.code : null;
  if (code === 'unauthorised') return 'tokenRefused';
  return code === 'protocolMismatch' ? 'versionMismatch' : 'hallUnreachable';
}
