// Devices that dial us: a WebSocket server for text frames, bounded in frames, connections and what a deaf peer may keep waiting.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { Listeners } from '../listeners.ts';
import { lineName, type LineAddress } from './line-name.ts';
import { Opening } from './opening.ts';
import { portUnavailable } from './port-faults.ts';
import type { PortClosed } from './port.ts';

export interface TextPeer {
  /** Address and port, for an installer's eyes. */
  readonly from: string;
  /** Frames to a peer that is gone are lost. */
  send(text: string): void;
  /** Says why, and cuts the line when the peer does not answer. `code` from 4000 on is ours; at most 120 bytes of `reason`. */
  close(code: number, reason: string): void;
}

export interface TextSocketHandlers {
  onText(peer: TextPeer, text: string): void;
  /** `saidGoodbye`: the peer was alive to the end; false when it fell silent. */
  onLeft(peer: TextPeer, saidGoodbye: boolean): void;
  /** One connection too many: who of them, the oldest first, may go; null refuses the newest. */
  spare(peers: Iterable<TextPeer>): TextPeer | null;
}

export interface TextSocketSettings extends LineAddress {
  /** So often a peer must have said something or answered a ping; 0: never asked. */
  readonly pingMs: number;
  /** Pages of a browser that may connect. */
  readonly origins: readonly string[];
}

export const LONGEST_FRAME_BYTES = 16_384;
export const MOST_PEERS = 32;
const MOST_UNREAD_BYTES = 1_048_576;
const CLOSE_TIMEOUT_MS = 1000;
const HANDSHAKE_TIMEOUT_MS = 5000;
const KEEP_ALIVE_MS = 30_000;
/** RFC 6455 7.4.1 */
const UNSUPPORTED = 1003;
const GOING_AWAY = 1001;
const TOO_MANY = 4029;

export class TextSocketServer {
  readonly name: string;
  readonly #settings: TextSocketSettings;
  readonly #handlers: TextSocketHandlers;
  readonly #opening = new Opening();
  readonly #onClosed = new Listeners<PortClosed>();
  readonly #peers = new Map<TextPeer, WebSocket>();
  #open: { readonly server: Server; readonly sockets: WebSocketServer } | null = null;

  constructor(settings: TextSocketSettings, handlers: TextSocketHandlers) {
    this.#settings = settings;
    this.#handlers = handlers;
    this.name = lineName('tcp', settings).replace('tcp://', 'listen:');
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get peerCount(): number {
    return this.#peers.size;
  }

  /** Rejects with DeviceError `portUnavailable` when the address is taken or not this machine's. */
  open(): Promise<void> {
    return this.#open === null ? this.#opening.join(() => this.#openOnce()) : Promise.resolve();
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#onClosed.add(listener);
  }

  /** Every peer is told; resolves when the address is free again. */
  async close(): Promise<void> {
    if (this.#opening.isUnderWay) await this.#opening.ended();
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    for (const peer of [...this.#peers.keys()]) peer.close(GOING_AWAY, 'the terminal stops');
    const closed = new Promise<void>((resolve) => open.server.close(() => resolve()));
    // Those that have not become a WebSocket.
    open.server.closeAllConnections();
    await closed;
    for (const peer of [...this.#peers.keys()]) this.#leave(peer, false);
    this.#onClosed.tell({ wasLost: false });
  }

  async #openOnce(): Promise<void> {
    const server = createServer(
      { headersTimeout: HANDSHAKE_TIMEOUT_MS, requestTimeout: HANDSHAKE_TIMEOUT_MS, connectionsCheckingInterval: 1000 },
      (_request, response) => void response.writeHead(426, { connection: 'close' }).end('WebSocket only'),
    );
    // Connections that have not become a WebSocket yet count too.
    server.maxConnections = 2 * MOST_PEERS;
    const sockets = new WebSocketServer({
      server,
      maxPayload: LONGEST_FRAME_BYTES,
      verifyClient: ({ origin }, decide) => decide(this.#mayConnect(origin), 403),
    });
    sockets.on('connection', (socket, request) => this.#admit(socket, request));
    await new Promise<void>((resolve, reject) => {
      sockets.once('error', (error) => reject(portUnavailable(this.name, error)));
      server.listen(this.#settings.port, this.#settings.host, resolve);
    });
    // What goes wrong from now on goes wrong with one connection.
    sockets.on('error', () => undefined);
    this.#open = { server, sockets };
  }

  /** A page of any site in this machine's browser could dial us; what is no page sends no origin. */
  #mayConnect(origin: string | undefined): boolean {
    return origin === undefined || this.#settings.origins.includes(origin);
  }

  #admit(socket: WebSocket, request: IncomingMessage): void {
    // Always followed by `close`.
    socket.on('error', () => undefined);
    if (this.#peers.size >= MOST_PEERS) {
      const spare = this.#handlers.spare(this.#peers.keys());
      if (spare === null) {
        closeSocket(socket, TOO_MANY, 'too many connections');
        return;
      }
      this.#leave(spare, true);
      spare.close(TOO_MANY, 'too many connections');
    }
    request.socket.setNoDelay(true);
    request.socket.setKeepAlive(true, KEEP_ALIVE_MS);
    const peer: TextPeer = {
      from: `${request.socket.remoteAddress ?? '?'}:${request.socket.remotePort ?? 0}`,
      send: (text) => sendOrCut(socket, text),
      close: (code, reason) => closeSocket(socket, code, reason),
    };
    this.#peers.set(peer, socket);
    const stopPinging = this.#pinged(socket);
    socket.on('message', (data, isBinary) => {
      if (isBinary) closeSocket(socket, UNSUPPORTED, 'text frames only');
      else if (this.#peers.has(peer)) this.#handlers.onText(peer, textOf(data));
    });
    socket.on('close', (code) => {
      stopPinging();
      // 1006: no close frame came (RFC 6455 7.4.1).
      this.#leave(peer, code !== 1006);
    });
  }

  #leave(peer: TextPeer, saidGoodbye: boolean): void {
    if (this.#peers.delete(peer)) this.#handlers.onLeft(peer, saidGoodbye);
  }

  #pinged(socket: WebSocket): () => void {
    if (this.#settings.pingMs === 0) return () => undefined;
    let isAlive = true;
    for (const sign of ['pong', 'ping', 'message'] as const) socket.on(sign, () => (isAlive = true));
    const timer = setInterval(() => {
      if (!isAlive) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
      isAlive = false;
    }, this.#settings.pingMs);
    return () => clearInterval(timer);
  }
}

/** A peer that takes nothing off the line is cut off before it costs memory. */
function sendOrCut(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
  else socket.send(text);
}

function closeSocket(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === socket.CLOSED) return;
  const timer = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS);
  socket.once('close', () => clearTimeout(timer));
  socket.close(code, reason);
}

/** One buffer, as `ws` gives messages unless told otherwise; text frames are checked UTF-8. */
function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
