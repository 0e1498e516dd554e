// The WebSocket half of the browser host: one page at a time, its token, origin and every message checked, both ways.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { KioskTerminal } from '../terminal/kiosk-terminal.ts';
import type { Log } from '../terminal/log.ts';
import { PageMessage, TerminalMessage } from '../wire/page.ts';
import { REPLACED, TOKEN_PROTOCOL } from './bridge-script.ts';
import { isOurHost, isOurOrigin, portOf } from './page-server.ts';
import type { PageTokens } from './page-tokens.ts';

const LONGEST_MESSAGE_BYTES = 16_384;
/** A page whose connection broke comes back within this, or its person is taken to have left. */
const COMES_BACK_WITHIN_MS = 5_000;

/** Serves the page's bridge on the server's upgrades. Returns the function that ends it. */
export function openPageDoor(
  server: FastifyInstance,
  tokens: PageTokens,
  terminal: KioskTerminal,
  log: Log,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  let page: WebSocket | null = null;
  let currentPageId: string | null = null;
  let gone: NodeJS.Timeout | null = null;

  const admit = (socket: WebSocket, pageId: string): void => {
    if (gone !== null) clearTimeout(gone);
    gone = null;
    const before = page;
    page = socket;
    before?.close(REPLACED, 'another page');
    const taken = pageId === currentPageId ? [] : terminal.takeOver();
    currentPageId = pageId;
    const stopListening = terminal.listen((message) => sendTo(socket, message, log));
    socket.on('message', (data) => take(textOf(data), socket, terminal, log));
    socket.on('error', (error) => log.warn({ err: error }, 'The page’s connection failed'));
    socket.on('close', () => {
      stopListening();
      if (page !== socket) return;
      page = null;
      gone = setTimeout(() => terminal.personLeft(), COMES_BACK_WITHIN_MS);
    });
    for (const message of [{ type: 'update', update: terminal.update() } as const, ...taken])
      sendTo(socket, message, log);
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
    if (gone !== null) clearTimeout(gone);
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

function take(text: string, socket: WebSocket, terminal: KioskTerminal, log: Log): void {
  const message = PageMessage.safeParse(jsonOrNull(text));
  if (!message.success) {
    const fields = message.error.issues.map((issue) => issue.path.join('.'));
    log.warn({ fields }, 'The page sent a message in no known form');
    return;
  }
  void terminal.handle(message.data, (answer) => sendTo(socket, answer, log));
}

function sendTo(socket: WebSocket, message: TerminalMessage, log: Log): void {
  const checked = TerminalMessage.safeParse(message);
  if (!checked.success) {
    const fields = checked.error.issues.map((issue) => issue.path.join('.'));
    log.error({ type: message.type, fields }, 'A message to the page is not what the page may see');
    return;
  }
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(checked.data));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the schema, which says so
  }
}
