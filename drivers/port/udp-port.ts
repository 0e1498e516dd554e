// One peer over UDP: LED cards with a network socket. A datagram arrives whole or not at all; nobody says when the peer is gone.
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { LinkPort } from './link-port.ts';
import { lineName, type LineAddress } from './line-name.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import { PendingWrites } from './pending-writes.ts';
import type { PortClosed } from './port.ts';

/**
 * Open means that this machine has a way to the address, not that somebody is there: "port unreachable" from the peer
 * is no loss, the device's unanswered questions tell that. Bytes are taken from the peer only.
 */
export class UdpPort extends LinkPort<Socket> {
  readonly #address: LineAddress;
  readonly #pendingWrites: PendingWrites;

  constructor(address: LineAddress) {
    super(lineName('udp', address));
    this.#address = address;
    this.#pendingWrites = new PendingWrites(this.name);
  }

  /** Resolves when the system has taken the datagram. A way that is gone (cable, address) closes the port as lost. */
  write(bytes: Uint8Array): Promise<void> {
    const socket = this.link;
    if (socket === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => {
      const sent = (error: Error | null): void => {
        if (error !== null) this.#lost(socket);
        done(error);
      };
      socket.send(bytes, (error) => {
        // The answer to the datagram before: nobody was there then. This one has not been sent yet.
        if (error !== null && isRefusal(error) && this.link === socket)
          socket.send(bytes, (again) => sent(unlessRefusal(again)));
        else sent(unlessRefusal(error));
      });
    });
  }

  protected async closeLink(socket: Socket): Promise<void> {
    this.link = null;
    await new Promise<void>((resolve) => socket.close(() => resolve()));
    this.#gone({ wasLost: false });
  }

  protected async openLink(): Promise<void> {
    const socket = await connectSocket(this.#address, this.name);
    socket.on('message', (bytes) => {
      if (this.link === socket) this.listeners.bytes(bytes);
    });
    socket.on('error', (error) => {
      if (!isRefusal(error)) this.#lost(socket);
    });
    this.link = socket;
  }

  #lost(socket: Socket): void {
    if (this.link !== socket) return;
    this.link = null;
    socket.close();
    this.#gone({ wasLost: true });
  }

  #gone(closed: PortClosed): void {
    this.#pendingWrites.failAll();
    this.listeners.closed(closed);
  }
}

function connectSocket({ host, port }: LineAddress, name: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    const failed = (error: Error): void => {
      socket.close();
      reject(portUnavailable(name, error));
    };
    // Until the callback only the socket's own making can fail; a name that is not found comes as the callback's argument.
    socket.once('error', failed);
    socket.connect(port, host, (error?: Error | null) => {
      socket.off('error', failed);
      if (error) failed(error);
      else resolve(socket);
    });
  });
}

function isRefusal(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNREFUSED';
}

function unlessRefusal(error: Error | null): Error | null {
  return error !== null && isRefusal(error) ? null : error;
}
