// A serial line (RS-232, USB virtual COM port, pty) through node-serialport: 8 data bits, no parity, 1 stop bit, no flow
// control (docs/protocols/serial-lines.md). Modem lines are never asked: many bridges and every pty answer ENOTTY.
import { SerialPort } from 'serialport';
import { Opening } from './opening.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import { PendingWrites } from './pending-writes.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';
import { endReadsOnHangUp } from './serial-hangup.ts';

export interface SerialLineOptions {
  /** Bits per second: 9600, 19200, 38400, 57600, 115200 ... */
  readonly baudRate: number;
}

export class SerialLine implements Port {
  readonly name: string;
  readonly bitsPerSecond: number;
  readonly #listeners = new PortListeners();
  readonly #opening = new Opening();
  readonly #pendingWrites: PendingWrites;
  #serial: SerialPort | null = null;

  constructor(path: string, options: SerialLineOptions) {
    this.name = path;
    this.bitsPerSecond = options.baudRate;
    this.#pendingWrites = new PendingWrites(path);
  }

  get isOpen(): boolean {
    return this.#serial !== null;
  }

  open(): Promise<void> {
    return this.#serial === null ? this.#opening.join(() => this.#openOnce()) : Promise.resolve();
  }

  write(bytes: Uint8Array): Promise<void> {
    const serial = this.#serial;
    if (serial === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => void serial.write(Buffer.from(bytes), undefined, done));
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#listeners.addClosed(listener);
  }

  async close(): Promise<void> {
    if (this.#opening.isUnderWay) await this.#opening.ended();
    const serial = this.#serial;
    if (serial === null) return;
    this.#gone(serial, { wasLost: false });
    await new Promise<void>((resolve) => serial.close(() => resolve()));
  }

  async #openOnce(): Promise<void> {
    const serial = new SerialPort({
      path: this.name,
      baudRate: this.bitsPerSecond,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
      rtscts: false,
      autoOpen: false,
    });
    // Without a listener an `error` would end the process. What it says reaches us by a failed write or by `close`.
    serial.on('error', nothing);
    await new Promise<void>((resolve, reject) =>
      serial.open((error) => (error ? reject(portUnavailable(this.name, error)) : resolve())),
    );
    if (serial.port !== undefined) endReadsOnHangUp(serial.port);
    serial.on('data', (bytes: Uint8Array) => {
      // What a line read before it closed is not the next opening's.
      if (this.#serial === serial) this.#listeners.bytes(bytes);
    });
    serial.on('close', () => this.#gone(serial, { wasLost: true }));
    this.#serial = serial;
  }

  #gone(serial: SerialPort, closed: PortClosed): void {
    if (this.#serial !== serial) return;
    this.#serial = null;
    this.#pendingWrites.failAll();
    this.#listeners.closed(closed);
  }
}

function nothing(): void {
  // The place for answers that carry no news; see the callers.
}
