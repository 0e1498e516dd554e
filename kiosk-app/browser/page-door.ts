// The WebSocket half of the browser host: one page at a time, let in by token and origin.
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

/** Serves the page's bridge on the server's upgrades. Returns the function that ends it. */
export function openPageDoor(server: FastifyInstance, tokens: PageTokens, seat: Seat, log: Log): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  let page: WebSocket | null = null;

  const admit = (socket: WebSocket, pageId: string): void => {
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

  server.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const token = tokenOf(request, portOf(server));
    const pageId = token === null ? null : tokens.redeem(token);
    if (pageId === null) {
      log.warn({}, 'A page without this terminal’s token was refused');
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => admit(socket, pageId));
  });

  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Null unless the request comes from a page of ours, to us, for the bridge. */
function tokenOf(request: IncomingMessage, port: number): string | null {
  const { host, origin, 'sec-websocket-protocol': protocol } = request.headers;
  const isOurs = isOurHost(host, port) && isOurOrigin(origin, host) && request.url === '/bridge';
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
