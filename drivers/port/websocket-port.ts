// The dialling end of a WebSocket as a line: each write is one text frame, each text frame that comes is handed on whole.
import { WebSocket } from 'ws';
import { Opening } from './opening.ts';
import { PendingWrites } from './pending-writes.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

const HANDSHAKE_TIMEOUT_MS = 3000;
const CLOSE_TIMEOUT_MS = 1000;
const LONGEST_FRAME_BYTES = 1_048_576;

export class WebSocketPort implements Port {
  /** ws://host:port/path */
  readonly name: string;
  readonly bitsPerSecond = null;
  readonly #listeners = new PortListeners();
  readonly #opening = new Opening();
  readonly #pendingWrites: PendingWrites;
  #socket: WebSocket | null = null;

  constructor(url: string) {
    this.name = url;
    this.#pendingWrites = new PendingWrites(url);
  }

  get isOpen(): boolean {
    return this.#socket !== null;
  }

  open(): Promise<void> {
    return this.#socket === null ? this.#opening.join(() => this.#openOnce()) : Promise.resolve();
  }

  write(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket;
    if (socket === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => socket.send(bytes, { binary: false }, done));
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#listeners.addClosed(listener);
  }

  async close(): Promise<void> {
    if (this.#opening.isUnderWay) await this.#opening.ended();
    const socket = this.#socket;
    if (socket === null) return;
    this.#socket = null;
    const timer = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS);
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.close();
    });
    clearTimeout(timer);
    this.#gone({ wasLost: false });
  }

  #openOnce(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.name, {
        handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
        maxPayload: LONGEST_FRAME_BYTES,
      });
      // Once open, an error is always followed by `close`, which tells the loss.
      socket.on('error', (error) => reject(portUnavailable(this.name, error)));
      socket.on('open', () => {
        this.#socket = socket;
        resolve();
      });
      socket.on('message', (data) => {
        if (this.#socket === socket && Buffer.isBuffer(data)) this.#listeners.bytes(Uint8Array.from(data));
      });
      socket.on('close', () => {
        if (this.#socket !== socket) return;
        this.#socket = null;
        this.#gone({ wasLost: true });
      });
    });
  }

  #gone(closed: PortClosed): void {
    this.#pendingWrites.failAll();
    this.#listeners.closed(closed);
  }
}
