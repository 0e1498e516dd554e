// A raw TCP line: serial servers and network printers (port 9100). Bytes in, bytes out, no protocol of its own.
import { connect, type Socket } from 'node:net';
import { LinkPort } from './link-port.ts';
import { lineName, type LineAddress } from './line-name.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import { PendingWrites } from './pending-writes.ts';
import type { PortClosed } from './port.ts';

export interface TcpAddress extends LineAddress {
  readonly connectTimeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 3000;
const KEEP_ALIVE_MS = 10_000;
/** How long `close` waits for a peer that no longer takes our last bytes. */
const CLOSE_TIMEOUT_MS = 1000;

export class TcpPort extends LinkPort<Socket> {
  readonly #address: TcpAddress;
  readonly #pendingWrites: PendingWrites;
  #closing: Promise<void> = Promise.resolve();

  constructor(address: TcpAddress) {
    super(lineName('tcp', address));
    this.#address = address;
    this.#pendingWrites = new PendingWrites(this.name);
  }

  write(bytes: Uint8Array): Promise<void> {
    const socket = this.link;
    if (socket === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => void socket.write(Buffer.from(bytes), done));
  }

  protected async closeLink(socket: Socket): Promise<void> {
    this.link = null;
    this.#closing = endSocket(socket).then(() => this.#gone({ wasLost: false }));
    await this.#closing;
  }

  protected async openLink(): Promise<void> {
    // Many printers take one connection at a time: the one before is ended first.
    await this.#closing;
    const socket = await connectSocket(this.#address, this.name);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.on('data', (bytes: Uint8Array) => {
      // What a line read before it closed is not the next opening's.
      if (this.link === socket) this.listeners.bytes(bytes);
    });
    socket.on('close', () => {
      if (this.link !== socket) return;
      this.link = null;
      this.#gone({ wasLost: true });
    });
    this.link = socket;
  }

  #gone(closed: PortClosed): void {
    this.#pendingWrites.failAll();
    this.listeners.closed(closed);
  }
}

function connectSocket(address: TcpAddress, name: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.host, port: address.port });
    const timeoutMs = address.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const failed = (error: Error) => {
      clearTimeout(timer);
      reject(portUnavailable(name, error));
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      // Later errors are always followed by `close`, which tells the loss.
      socket.on('error', nothing);
      resolve(socket);
    });
  });
}

function endSocket(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) {
      resolve();
      return;
    }
    const timer = setTimeout(() => socket.destroy(), CLOSE_TIMEOUT_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.end(() => socket.destroy());
  });
}

function nothing(): void {
  // The place for answers that carry no news; see the callers.
}
