// The dialling end of a WebSocket as a line: each write is one text frame, each text frame that comes is handed on whole.
import { WebSocket } from 'ws';
import { LinkPort } from './link-port.ts';
import { PendingWrites } from './pending-writes.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import type { PortClosed } from './port.ts';

const HANDSHAKE_TIMEOUT_MS = 3000;
const CLOSE_TIMEOUT_MS = 1000;
const LONGEST_FRAME_BYTES = 1_048_576;

export class WebSocketPort extends LinkPort<WebSocket> {
  readonly #pendingWrites: PendingWrites;

  /** ws://host:port/path */
  constructor(url: string) {
    super(url);
    this.#pendingWrites = new PendingWrites(url);
  }

  write(bytes: Uint8Array): Promise<void> {
    const socket = this.link;
    if (socket === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => socket.send(bytes, { binary: false }, done));
  }

  protected async closeLink(socket: WebSocket): Promise<void> {
    this.link = null;
    const timer = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS);
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.close();
    });
    clearTimeout(timer);
    this.#gone({ wasLost: false });
  }

  protected openLink(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.name, {
        handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
        maxPayload: LONGEST_FRAME_BYTES,
      });
      // Once open, an error is always followed by `close`, which tells the loss.
      socket.on('error', (error) => reject(portUnavailable(this.name, error)));
      socket.on('open', () => {
        this.link = socket;
        resolve();
      });
      socket.on('message', (data) => {
        if (this.link === socket && Buffer.isBuffer(data)) this.listeners.bytes(Uint8Array.from(data));
      });
      socket.on('close', () => {
        if (this.link !== socket) return;
        this.link = null;
        this.#gone({ wasLost: true });
      });
    });
  }

  #gone(closed: PortClosed): void {
    this.#pendingWrites.failAll();
    this.listeners.closed(closed);
  }
}
