// The socket.io server with every option that matters said aloud, typed for a gateway that trusts no payload.
import type { IncomingMessage, Server as NodeServer } from 'node:http';
import { Server } from 'socket.io';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Principal } from '@jiaohao/contracts/principal';
import type { ClientToServer, ServerToClient } from '@jiaohao/contracts/socket';

/** What clients send is unknown until a schema has seen it, acknowledgement included. */
export type Untrusted = { [event in keyof ClientToServer]: (...args: unknown[]) => void };
interface SocketData {
  who: Principal;
}
export type HallServer = Server<Untrusted, ServerToClient, DefaultEventsMap, SocketData>;
export type HallSocket = Socket<Untrusted, ServerToClient, DefaultEventsMap, SocketData>;

const MESSAGE_BYTES_MAX = 64 * 1024;
/** A screen whose cable was pulled counts as gone after 15 s: missed calls depend on which displays live. */
const PING_INTERVAL_MS = 5_000;
const PING_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 10_000;

export function socketServer(http: NodeServer): HallServer {
  return new Server(http, {
    path: '/socket.io',
    // Polling stays allowed: a client with default options begins with it, and some proxies know nothing else.
    transports: ['websocket', 'polling'],
    allowUpgrades: true,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request)),
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    perMessageDeflate: false,
    httpCompression: false,
    allowEIO3: false,
    cookie: false,
    serveClient: false,
    // Views are sent whole after every connect; there is nothing to recover.
  });
}

/** Browsers say where a page came from; ours come from this very server. Programs (terminals) say nothing. */
export function isSameOrigin(request: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
