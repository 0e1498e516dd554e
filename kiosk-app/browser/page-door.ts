// The WebSocket half of the browser host: one page at a time at each door, let in by token and origin.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Log } from '../terminal/log.ts';
import type { Seat } from '../terminal/page-seat.ts';
import { REPLACED, TOKEN_PROTOCOL } from './bridge-script.ts';
import { isOurHost, isOurOrigin, portOf } from './page-server.ts';
import type { PageTokens } from './page-tokens.ts';

const LONGEST_MESSAGE_BYTES = 16_384;

export interface PageDoor {
  /** Where its page lies on the server. */
  readonly prefix: string;
  readonly tokens: PageTokens;
  readonly seat: Seat;
}

/** Serves the bridges of the server's pages on its upgrades. Returns the function that ends them. */
export function openPageDoors(server: FastifyInstance, doors: readonly PageDoor[], log: Log): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  const rooms = doors.map((door) => ({ ...door, admit: admitOne(door.seat, log) }));

  server.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const room = rooms.find(({ prefix }) => request.url === `${prefix}bridge`);
    const token = tokenOf(request, portOf(server));
    const pageId = room === undefined || token === null ? null : room.tokens.redeem(token);
    if (room === undefined || pageId === null) {
      log.warn({}, 'A page without this terminal’s token was refused');
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => room.admit(socket, pageId));
  });

  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** The newest page is seated; the one before is sent away. */
function admitOne(seat: Seat, log: Log): (socket: WebSocket, pageId: string) => void {
  let page: WebSocket | null = null;
  return (socket, pageId) => {
    const before = page;
    page = socket;
    before?.close(REPLACED, 'another page');
    const seated = seat.admit(pageId, (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    });
    socket.on('message', (data) => seated.take(jsonOrNull(textOf(data))));
    socket.on('error', (error) => log.warn({ err: error }, 'The page’s connection failed'));
    socket.on('close', () => seated.left());
  };
}

/** Null unless the request comes from a page of ours, to us. */
function tokenOf(request: IncomingMessage, port: number): string | null {
  const { host, origin, 'sec-websocket-protocol': protocol } = request.headers;
  const isOurs = isOurHost(host, port) && isOurOrigin(origin, host);
  return isOurs && protocol?.startsWith(TOKEN_PROTOCOL) === true ? protocol.slice(TOKEN_PROTOCOL.length) : null;
}

/** One buffer, as `ws` gives messages unless told otherwise. */
function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the schema, which says so
  }
}
