// The device's end of a network line, for simulators: a card or serial server that waits on a loopback port for its one host.
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { portLost, portUnavailable } from './port-faults.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

const LOOPBACK = '127.0.0.1';

export interface ListeningPort extends Port {
  /** What a host puts into its configuration; known once open. */
  readonly url: string;
}

/** `port` 0 takes a free one, and keeps it over the next openings. */
export function listenUdp(port = 0): ListeningPort {
  return new ListeningUdp(port);
}

export function listenTcp(port = 0): ListeningPort {
  return new ListeningTcp(port);
}

abstract class Listening implements ListeningPort {
  readonly bitsPerSecond = null;
  protected readonly listeners = new PortListeners();
  protected port: number;
  readonly #scheme: string;

  constructor(scheme: string, port: number) {
    this.#scheme = scheme;
    this.port = port;
  }

  get name(): string {
    return this.url;
  }

  get url(): string {
    return `${this.#scheme}://${LOOPBACK}:${this.port}`;
  }

  abstract get isOpen(): boolean;
  abstract open(): Promise<void>;
  abstract write(bytes: Uint8Array): Promise<void>;
  abstract close(): Promise<void>;

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.listeners.addClosed(listener);
  }
}

class ListeningUdp extends Listening {
  #socket: UdpSocket | null = null;
  #host: RemoteInfo | null = null;

  constructor(port: number) {
    super('udp', port);
  }

  get isOpen(): boolean {
    return this.#socket !== null;
  }

  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const socket = createSocket('udp4');
      socket.once('error', (error) => reject(portUnavailable(this.url, error)));
      socket.on('message', (bytes, host) => {
        this.#host = host;
        this.listeners.bytes(bytes);
      });
      socket.bind(this.port, LOOPBACK, () => {
        this.port = socket.address().port;
        this.#socket = socket;
        resolve();
      });
    });
  }

  /** To whoever spoke last; before the first word to nobody. */
  write(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket;
    const host = this.#host;
    if (socket === null) return Promise.reject(portLost(this.url));
    if (host === null) return Promise.resolve();
    return new Promise((resolve) => socket.send(bytes, host.port, host.address, () => resolve()));
  }

  async close(): Promise<void> {
    const socket = this.#socket;
    if (socket === null) return;
    this.#socket = null;
    await new Promise<void>((resolve) => socket.close(() => resolve()));
    this.listeners.closed({ wasLost: false });
  }
}

class ListeningTcp extends Listening {
  #server: Server | null = null;
  #host: Socket | null = null;

  constructor(port: number) {
    super('tcp', port);
  }

  get isOpen(): boolean {
    return this.#server !== null;
  }

  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => this.#accept(socket));
      server.once('error', (error) => reject(portUnavailable(this.url, error)));
      server.listen(this.port, LOOPBACK, () => {
        this.port = (server.address() as AddressInfo).port;
        this.#server = server;
        resolve();
      });
    });
  }

  /** To the host that is connected; without one the bytes are lost, as on a line. */
  write(bytes: Uint8Array): Promise<void> {
    if (!this.isOpen) return Promise.reject(portLost(this.url));
    const host = this.#host;
    if (host === null) return Promise.resolve();
    return new Promise((resolve) => host.write(bytes, () => resolve()));
  }

  /** Connections are reset, as by a device that loses power. */
  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    this.#host?.resetAndDestroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    this.listeners.closed({ wasLost: false });
  }

  /** One host at a time: a new one takes the place of the one before, which may have died without a word. */
  #accept(socket: Socket): void {
    this.#host?.destroy();
    this.#host = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.listeners.bytes(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.#host === socket) this.#host = null;
    });
  }
}
